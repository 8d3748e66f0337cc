using System.Text.Json;
using Voltloop.Passport.Model;
using Voltloop.Record.Policies;
using Voltloop.Record.Statements;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Terms of the vocabulary that tell the life of a battery and what it is made of.</summary>
internal static class LifecycleTerms
{
    public const string BatteryStatus = "batteryStatus";
    public const string Predecessor = "predecessorPassport";
    public const string Predecessors = "predecessors";
    public const string Successors = "successors";
    public const string Components = "componentBatteries";
    public const string PartOf = "partOfBattery";
    public const string OperatorCeased = AccessTerms.OperatorCeased;

    /// <summary>Whether the values of a term are identifiers of other batteries: links to passports of their own.</summary>
    public static bool AreLinks(string term) => term is Predecessors or Successors or Components or PartOf;

    /// <summary>The text of a term, or <c>null</c>.</summary>
    public static string? Text(PassportView view, string term) => view.Find(term)?.Recorded.Statement.Value.AsText();

    /// <summary>The identifiers of a term; one text counts as a list of one.</summary>
    public static List<string> List(PassportView view, string term) => view.Find(term) is { } entry ? List(entry.Recorded.Statement.Value) : [];

    /// <summary>The identifiers in a value.</summary>
    public static List<string> List(StatementValue value) => value.AsElement() switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList(),
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        _ => [],
    };
}
