using System.Globalization;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadTables;

/// <summary>Collects findings: the first of each rule one by one, the rest counted, at most <see cref="ImportLimits.MaxFindings"/>.</summary>
internal sealed class FindingLog
{
    /// <summary>Findings of one rule that are listed one by one.</summary>
    public const int ListedPerRule = 20;

    private readonly List<Finding> _listed = [];
    private readonly Dictionary<string, (FindingSeverity Severity, int Count)> _rules = new(StringComparer.Ordinal);

    /// <summary>True when something stands in the way of the import.</summary>
    public bool HasErrors => Errors > 0;

    /// <summary>Errors seen, listed or counted.</summary>
    public int Errors { get; private set; }

    /// <summary>True when so many errors were seen that reading on tells nothing new.</summary>
    public bool IsHopeless => Errors >= ImportLimits.MaxFindings;

    /// <summary>Something stands in the way.</summary>
    public void Error(string code, string message, long? line = null) => Add(FindingSeverity.Error, code, message, line);

    /// <summary>Something is suspicious.</summary>
    public void Warn(string code, string message, long? line = null) => Add(FindingSeverity.Warning, code, message, line);

    /// <summary>Something is worth knowing.</summary>
    public void Note(string code, string message, long? line = null) => Add(FindingSeverity.Note, code, message, line);

    /// <summary>All findings, worst first; rules that were seen more often than listed end with a count.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        var counts = _rules.Where(rule => rule.Value.Count > ListedPerRule).Select(rule => new Finding(
            rule.Value.Severity, rule.Key, $"{rule.Value.Count - ListedPerRule} more of the same are not listed."));
        return [.. _listed.Concat(counts).OrderByDescending(finding => finding.Severity).Take(ImportLimits.MaxFindings)];
    }

    private void Add(FindingSeverity severity, string code, string message, long? line)
    {
        Errors += severity == FindingSeverity.Error ? 1 : 0;
        var count = _rules.TryGetValue(code, out var rule) ? rule.Count + 1 : 1;
        _rules[code] = (severity, count);
        if (count <= ListedPerRule)
        {
            var place = line is null ? null : string.Create(CultureInfo.InvariantCulture, $"line {line}");
            _listed.Add(new Finding(severity, code, message, place));
        }
    }
}
