using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Messages;

/// <summary>
/// A message that one node signs for another: a compact JWS (RFC 7515, ES256 only) whose header names a type of its own, so
/// that nothing signed for another use is taken for it. What it says is believed after <see cref="CheckSigner"/> only.
/// </summary>
public sealed class SignedMessage
{
    private readonly CompactJws _jws;

    private SignedMessage(CompactJws jws, JsonElement claims, MessageEnvelope envelope)
    {
        _jws = jws;
        Claims = claims;
        Envelope = envelope;
    }

    /// <summary>Sender, receiver and times, as the message says.</summary>
    public MessageEnvelope Envelope { get; }

    /// <summary>Everything that it says.</summary>
    public JsonElement Claims { get; }

    /// <summary>Absolute DID URL of the key that is said to have signed.</summary>
    public string KeyId => _jws.KeyId!;

    /// <summary>Signs a message.</summary>
    /// <param name="type">Value of <c>typ</c>.</param>
    /// <param name="envelope">From whom to whom.</param>
    /// <param name="content">Further claims.</param>
    /// <param name="key">The key of the sender.</param>
    public static string Sign(string type, MessageEnvelope envelope, JsonObject content, IssuerKey key)
    {
        (content["iss"], content["aud"], content["jti"]) = (envelope.Issuer, envelope.Audience, envelope.Id);
        (content["iat"], content["exp"]) = (Seconds(envelope.IssuedAt), Seconds(envelope.Expires));
        return CompactJws.Sign(new JsonObject { ["typ"] = type, ["kid"] = key.KeyId }, Encoding.UTF8.GetBytes(content.ToJsonString()), key.Key);
    }

    /// <summary>Reads a message without believing it.</summary>
    /// <exception cref="ProblemException">No such message, of another type, or a claim is missing.</exception>
    public static SignedMessage Parse(string token, string type)
    {
        var jws = CompactJws.Parse(token.Trim(), type);
        var claims = StrictJson.Parse(jws.Payload);
        var envelope = new MessageEnvelope(Text(claims, "iss"), Text(claims, "aud"), Text(claims, "jti")) { IssuedAt = Moment(claims, "iat"), Expires = Moment(claims, "exp") };
        Refusal.Unless(jws.KeyId?.StartsWith(envelope.Issuer + "#", StringComparison.Ordinal) == true, ProofProblems.WrongIssuer, $"The key {jws.KeyId} is not one of {envelope.Issuer}.");
        return new SignedMessage(jws, claims, envelope);
    }

    /// <summary>Refuses a message to somebody else, one whose time is not now, and one that was to hold longer than it may.</summary>
    /// <param name="receiver">Who received it.</param>
    /// <param name="now">When.</param>
    /// <param name="longest">Longest time from signing to expiry.</param>
    /// <exception cref="ProblemException">One of <see cref="ProofProblems"/>.</exception>
    public void CheckReceiver(string receiver, DateTimeOffset now, TimeSpan longest)
    {
        Refusal.Unless(Envelope.Audience == receiver, ProofProblems.WrongAudience, $"The message is for {Envelope.Audience}, not for {receiver}.");
        Refusal.Unless(Envelope.IssuedAt <= now + VerificationContext.ClockSkew, ProofProblems.NotYetValid, $"The message says that it was signed at {Envelope.IssuedAt:O}; here it is {now:O}.");
        Refusal.Unless(now < Envelope.Expires, ProofProblems.Expired, $"The message was valid until {Envelope.Expires:O}; here it is {now:O}.");
        Refusal.Unless(Envelope.Expires - Envelope.IssuedAt <= longest, ProofProblems.Expired, string.Create(CultureInfo.InvariantCulture, $"A message of this kind holds {longest.TotalSeconds:0} s at most."));
    }

    /// <summary>Refuses a message that its sender's key did not sign.</summary>
    /// <param name="sender">DID document of the sender.</param>
    /// <param name="now">Moment of the check.</param>
    /// <exception cref="ProblemException">Unknown key, key not valid then, or another signature.</exception>
    public void CheckSigner(DidDocument sender, DateTimeOffset now)
    {
        Refusal.Unless(sender.Id == Envelope.Issuer, ProofProblems.WrongIssuer, $"The document is of {sender.Id}, the message of {Envelope.Issuer}.");
        var method = sender.Find(KeyId) ?? throw Refusal.Because(ProofProblems.UnknownKey, $"{sender.Id} has no key {KeyId}.");
        if (method.Valid.Objection(Envelope.IssuedAt, now) is { } objection) throw Refusal.Because(ProofProblems.KeyNotValid, objection);
        _jws.Verify(method.Key);
    }

    // Milliseconds, because a key may have begun to sign within the same second.
    private static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000.0;

    private static string Text(JsonElement claims, string name) => JsonRead.TextOf(claims, name) is { Length: > 0 } text
        ? text : throw Refusal.Because(CommonProblems.MalformedInput, $"The message has no {name}.");

    private static DateTimeOffset Moment(JsonElement claims, string name)
    {
        var moment = JsonRead.Moment(claims, name) ?? throw Refusal.Because(CommonProblems.MalformedInput, $"The message has no {name}.");
        return DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round((moment - DateTimeOffset.UnixEpoch).TotalMilliseconds));
    }
}
