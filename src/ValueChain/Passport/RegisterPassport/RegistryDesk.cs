using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Passport.Model;
using Voltloop.Record.Documents;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.RegisterPassport;

/// <summary>Writes what happens with the registry into the record: submissions, registration identifiers and proofs.</summary>
internal sealed class RegistryDesk(RegistryReader cases, IRecordWriter writer, TimeProvider clock)
{
    private const string Issuer = "urn:voltloop:registry-desk";

    /// <summary>Notes that passports were handed over in a file; one write for the whole file.</summary>
    public Task NoteSubmissionAsync(IReadOnlyList<RegistryCase> handed, string file, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var statements = handed.Select((one, index) => State(one.Entry, "registrationSubmission", new JsonObject
        {
            ["file"] = file, ["position"] = index + 1, ["fullVersionHash"] = one.Entry.FullVersionHash, ["publicVersionHash"] = one.Entry.PublicVersionHash,
        }, now)).ToList();
        return writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(Issuer, statements)] }, cancellation);
    }

    /// <summary>Records answers of the registry: all of them or none.</summary>
    /// <exception cref="ProblemException">An unknown passport, another identifier than before, or a hash of another version.</exception>
    public async Task RecordAsync(IReadOnlyList<RegistryReply> replies, CancellationToken cancellation)
    {
        var statements = new List<Statement>();
        var documents = new List<DocumentContent>();
        foreach (var reply in replies)
        {
            var one = await cases.ReadAsync(ThingId.Parse(reply.UniqueProductIdentifier), cancellation).ConfigureAwait(false);
            Check(reply, one);
            var proof = Document(reply);
            if (proof is not null) documents.Add(proof);
            statements.AddRange(Statements(reply, one, proof));
        }

        if (statements.Count == 0) return;
        await writer.WriteAsync(new WriteBatch { Documents = documents, Assertions = [new Assertion(Issuer, statements)] }, cancellation).ConfigureAwait(false);
    }

    private static void Check(RegistryReply reply, RegistryCase one)
    {
        if (one.RegistrationIdentifier is { } known && !string.Equals(known, reply.RegistrationIdentifier, StringComparison.Ordinal))
            throw new ProblemException(CommonProblems.Conflict, $"{reply.UniqueProductIdentifier} is registered as \"{known}\", not \"{reply.RegistrationIdentifier}\": a registration identifier is persistent (Article 8(8)).");
        string?[] ours = [one.Entry.FullVersionHash, one.Entry.PublicVersionHash, one.SubmittedHash];
        if (reply.VersionHash is { } hash && !ours.Contains(hash, StringComparer.Ordinal))
            throw new ProblemException(CommonProblems.Conflict, $"The proof for {reply.UniqueProductIdentifier} is about another version: {hash}.");
    }

    private static DocumentContent? Document(RegistryReply reply)
    {
        if (reply.Proof is null) return null;
        var bytes = new byte[reply.Proof.Length];
        return Convert.TryFromBase64String(reply.Proof, bytes, out var length)
            ? new DocumentContent($"registration-proof-{reply.RegistrationIdentifier}", "application/octet-stream", bytes.AsMemory(0, length))
            : throw new ProblemException(CommonProblems.MalformedInput, $"The proof for {reply.UniqueProductIdentifier} is not base64.", "proof");
    }

    private IEnumerable<Statement> Statements(RegistryReply reply, RegistryCase one, DocumentContent? proof)
    {
        var at = reply.RegisteredAt ?? clock.GetUtcNow();
        yield return new Statement(ThingId.Parse(one.Entry.UniqueProductIdentifier), "registrationIdentifier", StatementValue.Of(reply.RegistrationIdentifier), at);
        var value = new JsonObject { ["fullVersionHash"] = one.SubmittedHash ?? one.Entry.FullVersionHash, ["versionHash"] = reply.VersionHash };
        if (proof is not null) value["document"] = Convert.ToHexStringLower(SHA256.HashData(proof.Bytes.Span));
        yield return State(one.Entry, "registrationProof", value, at);
    }

    private static Statement State(RegistryEntry entry, string term, JsonObject value, DateTimeOffset at) =>
        new(ThingId.Parse(entry.UniqueProductIdentifier), term, StatementValue.Of(JsonSerializer.SerializeToElement(value)), at) { Evidence = Evidence.Declared };
}
