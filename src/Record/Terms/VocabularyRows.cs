using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Terms;

/// <summary>Rows of the tables, each checked cell by cell.</summary>
internal static class VocabularyRows
{
    private const int HousePoint = Policies.AccessTerms.HousePoint;
    private const int FirstPoint = 1;
    private const int LastPoint = 4;

    public static Term Term(CsvRow row) => new(
        Identifier(row), row.Required("label"), row.Required("group"), Type(row), row.Optional("unit"), Point(row, "accessPoint", HousePoint))
    {
        Dynamic = OneOf(row, "change", ("static", false), ("dynamic", true)),
        Granularity = OneOf(row, "granularity", ("model", Granularity.Model), ("batch", Granularity.Batch), ("item", Granularity.Item)),
        DataPoint = row.Optional("dataPoint"),
        Provision = row.Optional("provision"),
        Description = row.Optional("description"),
        Source = row.Optional("source"),
    };

    public static DataPoint DataPoint(CsvRow row) =>
        new(row.Required("id"), row.Required("title"), row.Required("provision"), Point(row, "accessPoint", FirstPoint))
        {
            Repeats = row.List("repeats"),
            AlsoTerms = row.List("alsoTerms"),
        };

    public static CompletenessRule Rule(CsvRow row) =>
        new(row.Required("subject"), row.Required("category"), Status(row), Day(row, "from"))
        {
            Reason = OneOf(
                row, "reason", ("", RuleReason.None), ("pending", RuleReason.Pending), ("repetition", RuleReason.Repetition),
                ("does-not-apply", RuleReason.DoesNotApply)),
            Provision = row.Text("provision"),
            Note = row.Optional("note"),
        };

    public static AudienceRule Audience(CsvRow row) =>
        new(row.Required("audience"), row.List("points").Select(point => PointNumber(row, ("points", HousePoint), point)).ToHashSet(), row.Text("provision"), row.Optional("note"));

    private static string Identifier(CsvRow row)
    {
        var id = row.Required("id");
        return char.IsAsciiLetterLower(id[0]) && id.All(char.IsAsciiLetterOrDigit) ? id : throw row.Bad("id", "must be camelCase");
    }

    private static TermType Type(CsvRow row) => OneOf(
        row, "type", ("number", TermType.Number), ("text", TermType.Text), ("boolean", TermType.Boolean), ("date", TermType.Date),
        ("structure", TermType.Structure), ("link", TermType.Link));

    private static RuleStatus Status(CsvRow row) => OneOf(
        row, "status", ("mandatory", RuleStatus.Mandatory), ("certain-cases", RuleStatus.CertainCases), ("optional", RuleStatus.Optional),
        ("not-to-be-filled", RuleStatus.NotToBeFilled));

    private static DateOnly? Day(CsvRow row, string column)
    {
        if (row.Optional(column) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw row.Bad(column, "must be a day written yyyy-mm-dd");
    }

    private static int Point(CsvRow row, string column, int first) => PointNumber(row, (column, first), row.Text(column));

    private static int PointNumber(CsvRow row, (string Name, int First) column, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var point) && point >= column.First && point <= LastPoint
            ? point
            : throw row.Bad(column.Name, $"must be a point of Annex XIII, {FirstPoint} to {LastPoint}{(column.First == HousePoint ? ", or 0 for terms outside it" : "")}");

    private static T OneOf<T>(CsvRow row, string column, params (string Text, T Value)[] choices)
    {
        var text = row.Text(column);
        foreach (var choice in choices)
        {
            if (string.Equals(choice.Text, text, StringComparison.Ordinal)) return choice.Value;
        }

        throw row.Bad(column, "must be one of " + string.Join(", ", choices.Select(choice => choice.Text)));
    }
}
