#include "host/connection.hpp"

#include <utility>

#include "host/error_words.hpp"
#include "host/own_data.hpp"

namespace anamnesis {
namespace {

std::optional<std::string> id_of_message(const wire::ClientMessage& message) {
    return std::visit(
        [](const auto& kind) -> std::optional<std::string> {
            if constexpr (requires { kind.id; }) return kind.id;
            return std::nullopt;
        },
        message);
}

std::optional<std::string> id_of_incoming(const Connection::Incoming& message) {
    return message ? id_of_message(*message) : message.error().for_id;
}

Request to_request(const wire::ClientMessage& message) {
    if (const auto* say = std::get_if<wire::Say>(&message)) return *say;
    if (const auto* choose = std::get_if<wire::Choose>(&message)) return *choose;
    return std::get<wire::CommandMessage>(message);
}

}  // namespace

void Connection::receive(Incoming message) {
    if (waiting_.size() >= kWaitingMessagesMax) return fail(wire::ErrorCode::busy, id_of_incoming(message));
    waiting_.push_back(std::move(message));
    pump();
}

void Connection::close() {
    peer_ = nullptr;
    waiting_.clear();
    forget();
}

void Connection::pump() {
    if (is_pumping_) return;
    is_pumping_ = true;
    while (in_flight_ == 0 && !waiting_.empty()) {
        const Incoming message = std::move(waiting_.front());
        waiting_.pop_front();
        handle(message);
    }
    is_pumping_ = false;
    if (is_taken_over_ && in_flight_ == 0) drop();
}

void Connection::handle(const Incoming& message) {
    if (is_taken_over_) return fail(wire::ErrorCode::taken_over, id_of_incoming(message));
    if (!message) return send(message.error());
    if (const auto* first = std::get_if<wire::Hello>(&*message)) return hello(*first);
    if (const auto* asked = std::get_if<wire::Explain>(&*message)) return explain(*asked);
    if (const auto* wish = std::get_if<wire::Export>(&*message)) return give_export(*wish);
    take_turn(to_request(*message), 0);
}

void Connection::explain(const wire::Explain& asked) {
    if (!host_.explains) return fail(wire::ErrorCode::bad_shape, asked.id);
    if (!conversation_) return fail(wire::ErrorCode::out_of_order, asked.id);
    const Conversation& now = *conversation_;
    send(wire::ExplanationMessage{asked.id, anamnesis::explain(now.script->dialog, now.session)});
}

void Connection::send(const wire::ServerMessage& message) {
    if (!peer_) return;
    if (std::holds_alternative<wire::ErrorMessage>(message)) ++host_.metrics.errors_sent;
    peer_->send(message);
}

void Connection::fail(wire::ErrorCode code, std::optional<std::string> for_id) {
    send(wire::make_error(code, std::move(for_id)));
}

void Connection::take_over() {
    is_taken_over_ = true;
    fail(wire::ErrorCode::taken_over);
    pump();
}

void Connection::end_if_expired(Instant now) {
    if (!conversation_ || in_flight_ > 0 || conversation_->row.expires_at > now) return;
    drop();
    fail(wire::ErrorCode::session_unknown);
}

void Connection::give_export(const wire::Export& request) {
    if (!conversation_) return fail(wire::ErrorCode::out_of_order, request.id);
    send(own_data(*conversation_, request.id));
}

/// Leaves the session to whoever resumes it; a turn in flight still needs the conversation itself.
void Connection::forget() {
    if (!conversation_) return;
    const auto holder = host_.holders.find(conversation_->row.id);
    if (holder != host_.holders.end() && holder->second == this) host_.holders.erase(holder);
}

/// What was answered is not kept in memory for longer than it is of use.
void Connection::drop() {
    forget();
    conversation_.reset();
}

}  // namespace anamnesis
