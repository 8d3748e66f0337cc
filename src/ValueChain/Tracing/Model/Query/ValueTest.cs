using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Compares a value of an event with what a query asks for: as a number, as a moment, or as a text.</summary>
internal sealed class ValueTest
{
    private readonly Comparison _comparison;
    private readonly HashSet<string> _texts;
    private readonly double? _number;
    private readonly DateTimeOffset? _moment;

    /// <param name="comparison">How.</param>
    /// <param name="values">With what.</param>
    /// <param name="name">Name of the parameter, for problems.</param>
    /// <exception cref="ProblemException">An order is asked for of something that has none.</exception>
    public ValueTest(Comparison comparison, IReadOnlyList<string> values, string name)
    {
        _comparison = comparison;
        _texts = values.Select(v => Canonical(v, EventNamespaces.Official)).ToHashSet(StringComparer.Ordinal);
        if (comparison is Comparison.Equal or Comparison.Exists) return;
        _number = double.TryParse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        _moment = EventTime.TryParse(values[0], out var moment) ? moment.Moment : null;
        if (_number is null && _moment is null) throw new ProblemException(QueryProblems.BadParameter, $"\"{values[0]}\" is neither a number nor a moment.", name);
    }

    /// <summary>Whether a value meets the condition; of a list, one of its values.</summary>
    public bool Holds(JsonElement value, EventNamespaces names) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Any(item => Holds(item, names))
        : _comparison == Comparison.Exists || (_comparison == Comparison.Equal ? IsOneOf(value, names) : IsInOrder(value));

    /// <summary>Whether a number meets an order.</summary>
    public bool Holds(double value) => _number is { } asked && Compare(value.CompareTo(asked));

    private bool IsOneOf(JsonElement value, EventNamespaces names) =>
        PreHashTexts.Text(value) is { Length: > 0 } text && (_texts.Contains(Canonical(text, names)) || _texts.Contains(text));

    private bool IsInOrder(JsonElement value)
    {
        if (_number is { } number && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var found)) return Compare(found.CompareTo(number));
        if (value.ValueKind != JsonValueKind.String) return false;
        var text = value.GetString()!;
        if (_moment is { } moment && EventTime.TryParse(text, out var time)) return Compare(time.Moment.CompareTo(moment));
        return _number is { } asked && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var written) && Compare(written.CompareTo(asked));
    }

    private bool Compare(int order) => _comparison switch
    {
        Comparison.Greater => order > 0,
        Comparison.GreaterOrEqual => order >= 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        _ => order == 0,
    };

    private static string Canonical(string text, EventNamespaces names) => PreHashTexts.Canonical(text, names);
}
