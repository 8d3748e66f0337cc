namespace Voltloop.Passport.Model;

/// <summary>
/// Sets of terms, each kept once and known by a number. Batteries of a fleet have few different sets, so a battery costs
/// one number however many values it has, and each set is checked once.
/// </summary>
internal sealed class TermSets
{
    private readonly List<HashSet<string>> _sets = [new(StringComparer.Ordinal)];
    private readonly Dictionary<(int Set, string Term), int> _steps = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = Empty };

    /// <summary>Number of the set without terms.</summary>
    public const int Empty = 0;

    /// <summary>How many different sets there are.</summary>
    public int Count => _sets.Count;

    /// <summary>The terms of a set.</summary>
    public IReadOnlySet<string> this[int set] => _sets[set];

    /// <summary>Number of the set that has one more term.</summary>
    public int With(int set, string term)
    {
        if (_steps.TryGetValue((set, term), out var next)) return next;
        return _steps[(set, term)] = _sets[set].Contains(term) ? set : Intern([.. _sets[set], term]);
    }

    private int Intern(HashSet<string> terms)
    {
        var name = string.Join(' ', terms.Order(StringComparer.Ordinal));
        if (_known.TryGetValue(name, out var set)) return set;
        _sets.Add(new HashSet<string>(terms, StringComparer.Ordinal));
        return _known[name] = _sets.Count - 1;
    }
}
