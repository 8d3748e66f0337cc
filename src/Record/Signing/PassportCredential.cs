using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Signing;

/// <summary>
/// A passport as a W3C credential whose values carry their own proofs: each from its bytes to the root of its assertion,
/// each assertion to the signed checkpoint of the log.
/// </summary>
public static class PassportCredential
{
    /// <summary>Type beside <c>VerifiableCredential</c>.</summary>
    public const string Type = "BatteryPassport";

    /// <summary>Member with checkpoint and entries.</summary>
    public const string Log = "recordLog";

    /// <summary>Member of the subject with a member per term.</summary>
    public const string Values = "values";

    private const string Terms = "urn:voltloop:term:";

    /// <summary>The credential, not signed yet.</summary>
    /// <param name="thing">What the passport is about.</param>
    /// <param name="statements">Its values.</param>
    /// <param name="log">The log that proves them.</param>
    /// <param name="now">The moment of issue.</param>
    public static JsonElement Write(Thing thing, IReadOnlyList<RecordedStatement> statements, IRecordLog log, DateTimeOffset now)
    {
        var (prover, note) = LogProver.Covering(log, statements.Select(recorded => recorded.Assertion).DefaultIfEmpty().Max());
        var values = new JsonObject();
        foreach (var recorded in statements)
        {
            values[recorded.Statement.Term] = LoggedStatementJson.Write(recorded, prover);
        }

        var credential = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", new JsonObject { ["@vocab"] = Terms }),
            ["type"] = new JsonArray("VerifiableCredential", Type),
            ["issuer"] = log.Keys.Document.Id,
            ["validFrom"] = JsonMoment.Write(DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds())),
            ["credentialSubject"] = new JsonObject { ["id"] = thing.Id.Value, ["label"] = thing.Label, [Values] = values },
            [Log] = LogOf(prover, note, statements),
        };
        return JsonSerializer.SerializeToElement(credential);
    }

    /// <summary>Marks each value to be shown or kept back by its group.</summary>
    /// <param name="groups">Group of each term.</param>
    public static IReadOnlyList<SdMark> Marks(IEnumerable<(string Term, string Group)> groups) =>
        [.. groups.Select(one => new SdMark($"/credentialSubject/{Values}/{Escaped(one.Term)}", one.Group))];

    private static JsonObject LogOf(LogProver prover, SignedNote note, IReadOnlyList<RecordedStatement> statements)
    {
        var entries = new JsonArray();
        foreach (var number in statements.Select(recorded => recorded.Assertion).Distinct().Order())
        {
            var (entry, proof) = prover.Assertion(number);
            entries.Add(new JsonObject { ["entry"] = Convert.ToBase64String(entry.ToBytes()), ["path"] = LoggedStatementJson.Hashes(proof.Path) });
        }

        return new JsonObject { ["checkpoint"] = note.ToString(), ["entries"] = entries };
    }

    private static string Escaped(string term) => term.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
