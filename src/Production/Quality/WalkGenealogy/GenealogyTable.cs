using Voltloop.Kernels.Commonality;
using Voltloop.Quality.ReadProcessSignals;

namespace Voltloop.Quality.WalkGenealogy;

/// <summary>Turns the stories of things into steps with levels: machines with times, crews and shifts, lots and coils, lanes.</summary>
internal sealed class GenealogyTable
{
    private const int LotPrecedence = 1;
    private const int CrewPrecedence = 2;
    private const int LanePrecedence = 3;
    private readonly Dictionary<(string Step, int Precedence), Dictionary<string, List<(int Unit, double At)>>> _steps = [];
    private readonly IReadOnlyDictionary<string, ThingStory> _stories;

    private GenealogyTable(IReadOnlyDictionary<string, ThingStory> stories) => _stories = stories;

    /// <summary>The steps of some units; times in seconds since 1970.</summary>
    public static IReadOnlyList<StepColumn> Of(IReadOnlyList<string> units, IReadOnlyDictionary<string, ThingStory> stories)
    {
        var table = new GenealogyTable(stories);
        for (var unit = 0; unit < units.Count; unit++) table.Follow(unit, units[unit]);
        return [.. table._steps.OrderBy(step => step.Key.Precedence).ThenBy(step => step.Key.Step, StringComparer.Ordinal).Select(step => Column(step.Key, step.Value, units.Count)).OfType<StepColumn>()];
    }

    private void Follow(int unit, string name)
    {
        var (done, open, shipped) = (new HashSet<(string, (double, double)?)>(), new Stack<(string Name, (double From, double To)? Metres)>(), _stories.GetValueOrDefault(name)?.ShippedAt ?? DateTimeOffset.MaxValue);
        open.Push((name, null));
        while (open.TryPop(out var next))
        {
            if (!done.Add(next) || !_stories.TryGetValue(next.Name, out var story)) continue;
            // What happened after it was shipped did not make it.
            foreach (var visit in story.Visits.Where(visit => visit.At < shipped)) See(unit, visit, next.Metres);
            foreach (var origin in story.Origins) open.Push((origin.Name, Came(unit, origin, next.Metres)));
        }
    }

    private void See(int unit, MachineVisit visit, (double From, double To)? metres)
    {
        var family = MachineName.Short(visit.Machine).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-', '_', ' ');
        foreach (var at in visit.When(metres)) Add((family, 0), visit.Machine, unit, at.ToUnixTimeMilliseconds() / 1000.0);
        if (visit.Crew is { } crew) Add((family + ", crew", CrewPrecedence), crew, unit, double.NaN);
        if (visit.Shift is { } shift) Add((family + ", shift", CrewPrecedence), shift, unit, double.NaN);
    }

    // Metres of a lane begin where the lane begins on its coil.
    private (double, double)? Came(int unit, ThingOrigin origin, (double From, double To)? metres)
    {
        var product = ProductOf(origin.Name);
        Add((product, LotPrecedence), origin.Name, unit, double.NaN);
        if (origin.Lane > 0) Add((product + ", lane", LanePrecedence), "lane " + origin.Lane, unit, double.NaN);
        return (metres, origin.Metres) switch
        {
            ({ } of, { } within) => (within.From + of.From, within.From + of.To),
            (null, { } within) => within,
            _ => null,
        };
    }

    private void Add((string, int) step, string level, int unit, double at)
    {
        if (!_steps.TryGetValue(step, out var levels)) levels = _steps[step] = new Dictionary<string, List<(int, double)>>(StringComparer.Ordinal);
        if (!levels.TryGetValue(level, out var visits)) levels[level] = visits = [];
        if (visits.Count == 0 || visits[^1] != (unit, at)) visits.Add((unit, at));
    }

    // A level that one unit has says nothing about others, but its unit is known.
    private static StepColumn? Column((string Step, int Precedence) of, Dictionary<string, List<(int Unit, double At)>> levels, int units)
    {
        string[] shared = [.. levels.Where(level => level.Value.DistinctBy(visit => visit.Unit).Skip(1).Any()).Select(level => level.Key).Order(StringComparer.Ordinal).Take(CommonalityLimits.MaxLevels - 1)];
        if (shared.Length == 0) return null;
        var place = shared.Select((level, i) => (level, i)).ToDictionary(one => one.level, one => (ushort)one.i, StringComparer.Ordinal);
        var visits = levels.SelectMany(level => level.Value.Select(visit => (visit.Unit, visit.At, Code: place.GetValueOrDefault(level.Key, (ushort)shared.Length)))).Distinct().OrderBy(visit => visit.Unit).ThenBy(visit => visit.At).ToArray();
        var starts = new int[units + 1];
        foreach (var visit in visits) starts[visit.Unit + 1]++;
        for (var unit = 0; unit < units; unit++) starts[unit + 1] += starts[unit];
        return new StepColumn(of.Step, shared, [.. visits.Select(visit => visit.Code)])
        {
            Starts = starts, Precedence = of.Precedence, Times = of.Precedence == 0 ? [.. visits.Select(visit => visit.At)] : null,
        };
    }

    private static string ProductOf(string name)
    {
        foreach (var mark in new[] { "/21/", "/10/" }) if (name.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at) return name[..at];
        return name[..(name.LastIndexOfAny([':', '/', '.']) is > 0 and var cut ? cut : name.Length)];
    }
}
