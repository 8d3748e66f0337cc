using System.Security.Cryptography;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Signing;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>A capture with what can be worked out before its turn at the writer.</summary>
/// <param name="Capture">The capture.</param>
/// <param name="Root">RFC 6962 tree hash over its events.</param>
/// <param name="Secret">Where the salts of its events come from, 32 bytes.</param>
/// <param name="Signature">Who answers for it; <c>null</c> when the store has no key or there is no event.</param>
internal sealed record PreparedEvents(EventCapture Capture, byte[] Root, byte[] Secret, AssertionSignature? Signature)
{
    /// <exception cref="Core.Problems.ProblemException">The capture breaks a rule.</exception>
    public static PreparedEvents Of(EventCapture capture, AssertionSigner? signer)
    {
        EventRules.Check(capture);
        var secret = RandomNumberGenerator.GetBytes(StatementLeaf.SecretBytes);
        var root = EventLeaf.RootOf(capture.Events, secret);
        return new PreparedEvents(capture, root, secret, capture.Events.Count == 0 ? null : signer?.Sign(capture.Issuer, root, (uint)capture.Events.Count));
    }
}
