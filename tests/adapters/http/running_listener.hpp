#pragma once
/// A listener on a thread of its own, and a client that speaks bytes.

#include <string>
#include <thread>

#include <boost/asio/connect.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include "http/listener.hpp"

namespace anamnesis::http {

class RunningListener {
public:
    RunningListener(const Router& router, ListenOptions options) {
        options.port = 0;
        auto opened = Listener::open(io_, router, options);
        if (!opened) throw std::runtime_error(opened.error().message);
        listener_ = std::move(*opened);
        thread_ = std::thread([this] { io_.run(); });
    }
    ~RunningListener() {
        if (thread_.joinable()) stop();
    }
    /// Returns when the last connection has ended.
    void stop() {
        boost::asio::post(io_, [this] { listener_->stop(); });
        work_.reset();
        thread_.join();
    }
    std::uint16_t port() const { return listener_->port(); }
    std::string url() const { return listener_->url(); }

private:
    boost::asio::io_context io_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{io_.get_executor()};
    std::unique_ptr<Listener> listener_;
    std::thread thread_;
};

class Client {
public:
    explicit Client(std::uint16_t port) : socket_(io_) {
        socket_.connect({boost::asio::ip::make_address("127.0.0.1"), port});
    }
    void send(const std::string& bytes) {
        boost::system::error_code ignored;  // a server that refuses may close before all is sent
        boost::asio::write(socket_, boost::asio::buffer(bytes), ignored);
    }
    /// The next response's header; its body is left to be read.
    std::string header() {
        boost::system::error_code ignored;
        const auto size = boost::asio::read_until(socket_, boost::asio::dynamic_buffer(text_), "\r\n\r\n", ignored);
        const auto header = text_.substr(0, size);
        text_.erase(0, size);
        return header;
    }
    std::string body(std::size_t bytes) {
        boost::system::error_code ignored;
        if (text_.size() < bytes) {
            boost::asio::read(socket_, boost::asio::dynamic_buffer(text_),
                              boost::asio::transfer_at_least(bytes - text_.size()), ignored);
        }
        const auto body = text_.substr(0, bytes);
        text_.erase(0, bytes);
        return body;
    }
    bool closed() { return body(1).empty(); }
    std::string ask(const std::string& bytes) {
        send(bytes);
        return header();
    }

private:
    boost::asio::io_context io_;
    boost::asio::ip::tcp::socket socket_;
    std::string text_;
};

inline bool has_status(const std::string& header, int status) {
    return header.starts_with("HTTP/1.1 " + std::to_string(status) + " ");
}

}  // namespace anamnesis::http
