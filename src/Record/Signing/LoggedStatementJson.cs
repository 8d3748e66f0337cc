using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Signing;

/// <summary>A statement as JSON that carries its place in the log: assertion, ordinal, salt and path to the assertion's root.</summary>
internal static class LoggedStatementJson
{
    private const string Raw = "raw";

    public static JsonObject Write(RecordedStatement recorded, LogProver prover)
    {
        var (_, salt, proof) = prover.Statement(recorded.Assertion, recorded.Ordinal);
        var statement = recorded.Statement;
        var json = new JsonObject
        {
            ["thing"] = statement.Thing.Value,
            ["kind"] = (int)statement.Kind,
            ["value"] = JsonNode.Parse(statement.Value.Json),
            ["validFrom"] = JsonMoment.Write(statement.ValidFrom),
            ["evidence"] = Write(statement.Evidence),
            ["issuer"] = recorded.Issuer,
            ["recordedAt"] = JsonMoment.Write(recorded.RecordedAt),
            ["assertion"] = recorded.Assertion,
            ["ordinal"] = recorded.Ordinal,
            ["salt"] = Convert.ToBase64String(salt),
            ["path"] = Hashes(proof.Path),
        };
        AddOptional(json, statement);
        return json;
    }

    public static JsonArray Hashes(IEnumerable<byte[]> path) => new([.. path.Select(hash => JsonValue.Create(Convert.ToBase64String(hash)))]);

    /// <summary>The statement of a member of the passport's values.</summary>
    /// <exception cref="ProblemException">A part is missing or damaged.</exception>
    public static RecordedStatement Read(string term, JsonElement json)
    {
        var value = Member(json, "value");
        var raw = JsonRead.TextOf(json, Raw) ?? Encoding.UTF8.GetString(CanonicalJson.Of(value));
        var isSame = CanonicalJson.Of(Encoding.UTF8.GetBytes(raw)).AsSpan().SequenceEqual(CanonicalJson.Of(value));
        Refusal.Unless(isSame, CommonProblems.InvalidValue, $"The value of {term} is not the one that was recorded.");
        var statement = new Statement(ThingId.Parse(Text(json, "thing")), term, StatementValue.FromStoredJson(raw), Moment(json, "validFrom"))
        {
            Kind = (StatementKind)Number(json, "kind"),
            Unit = JsonRead.TextOf(json, "unit"),
            Uncertainty = JsonRead.Member(json, "uncertainty") is { } interval ? ReadInterval(interval) : null,
            Evidence = ReadEvidence(Member(json, "evidence")),
        };
        return new RecordedStatement(statement, Number(json, "assertion"), Number(json, "ordinal"), Text(json, "issuer"), Moment(json, "recordedAt"));
    }

    /// <summary>Bytes of a base64 text in its one form.</summary>
    public static byte[] Bytes(JsonElement? json)
    {
        var text = json is { ValueKind: JsonValueKind.String } found ? found.GetString()! : "?";
        var bytes = new byte[text.Length];
        var isRead = Convert.TryFromBase64String(text, bytes, out var count) && Convert.ToBase64String(bytes, 0, count) == text;
        Refusal.Unless(isRead, CommonProblems.MalformedInput, "A hash or salt is not base64 in its one form.");
        return bytes[..count];
    }

    public static IReadOnlyList<byte[]> Path(JsonElement json) => [.. JsonRead.OneOrMany(json, "path").Select(hash => Bytes(hash))];

    public static JsonElement Member(JsonElement json, string name) =>
        JsonRead.Member(json, name) ?? throw Refusal.Because(CommonProblems.MalformedInput, $"\"{name}\" is missing.");

    public static int Number(JsonElement json, string name)
    {
        var number = 0;
        var isNumber = Member(json, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt32(out number) && number >= 0;
        Refusal.Unless(isNumber, CommonProblems.MalformedInput, $"\"{name}\" is not a whole number.");
        return number;
    }

    private static string Text(JsonElement json, string name) =>
        JsonRead.TextOf(json, name) ?? throw Refusal.Because(CommonProblems.MalformedInput, $"\"{name}\" is missing.");

    private static DateTimeOffset Moment(JsonElement json, string name) =>
        JsonMoment.Read(json, name) ?? throw Refusal.Because(CommonProblems.MalformedInput, $"\"{name}\" is missing.");

    private static double Real(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Number } number
        ? number.GetDouble()
        : throw Refusal.Because(CommonProblems.MalformedInput, $"\"{name}\" is not a number.");

    private static void AddOptional(JsonObject json, Statement statement)
    {
        var canonical = Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(statement.Value.Json)));
        Add(json, Raw, string.Equals(canonical, statement.Value.Json, StringComparison.Ordinal) ? null : statement.Value.Json);
        Add(json, "unit", statement.Unit);
        if (statement.Uncertainty is { } interval)
        {
            json["uncertainty"] = new JsonObject { ["lower"] = interval.Lower, ["upper"] = interval.Upper, ["level"] = interval.Level };
        }
    }

    private static JsonObject Write(Evidence evidence)
    {
        var json = new JsonObject { ["method"] = evidence.Method };
        Add(json, "reference", evidence.Reference);
        Add(json, "validity", evidence.Validity);
        if (evidence.Inputs is { } inputs)
        {
            json["inputs"] = new JsonArray([.. inputs.Select(input => JsonValue.Create(input))]);
        }

        return json;
    }

    private static Interval ReadInterval(JsonElement json) => new(Real(json, "lower"), Real(json, "upper"), Real(json, "level"));

    private static Evidence ReadEvidence(JsonElement json) => new(
        Text(json, "method"),
        JsonRead.TextOf(json, "reference"),
        JsonRead.TextOf(json, "validity"),
        JsonRead.Member(json, "inputs") is null ? null : [.. JsonRead.OneOrMany(json, "inputs").Select(input => input.GetString() ?? "")]);

    private static void Add(JsonObject json, string name, string? text)
    {
        if (text is not null)
        {
            json[name] = text;
        }
    }
}
