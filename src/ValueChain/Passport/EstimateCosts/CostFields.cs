using Voltloop.Core.Problems;
using Voltloop.Passport.Model;

namespace Voltloop.Passport.EstimateCosts;

/// <summary>The assumptions of the calculator, in the order of the form.</summary>
internal static class CostFields
{
    private const double MostBytes = 1e12;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CostField> All { get; } =
    [
        new("batteries", "Batteries", "passports", (1, 1e9)) { Whole = true, Get = a => a.Batteries, Set = (a, v) => a with { Batteries = v } },
        new("updatesPerYear", "Updates of each in a year", "1/year", (0, 1e6)) { Get = a => a.UpdatesPerYear, Set = (a, v) => a with { UpdatesPerYear = v } },
        new("years", "Years", "years", (1, 30)) { Whole = true, Get = a => a.Years, Set = (a, v) => a with { Years = v } },
        new("secondNodes", "Further nodes that keep everything", "nodes", (0, 10)) { Whole = true, Get = a => a.SecondNodes, Set = (a, v) => a with { SecondNodes = v } },
        new("backups", "Back-up files kept", "copies", (0, 100)) { Whole = true, Get = a => a.Backups, Set = (a, v) => a with { Backups = v } },
        new("pricePerGbMonth", "Price of storage", "per GB and month", (0, 1e6)) { Get = a => a.PricePerGigabyteMonth, Set = (a, v) => a with { PricePerGigabyteMonth = v } },
        new("pricePerCpuHour", "Price of computing", "per processor and hour", (0, 1e6)) { Get = a => a.PricePerCpuHour, Set = (a, v) => a with { PricePerCpuHour = v } },
        new("bytesPerPassport", "A passport when it begins", "B", (0, MostBytes)) { Measured = true, Get = a => a.BytesPerPassport, Set = (a, v) => a with { BytesPerPassport = v } },
        new("bytesPerUpdate", "An update", "B", (0, MostBytes)) { Measured = true, Get = a => a.BytesPerUpdate, Set = (a, v) => a with { BytesPerUpdate = v } },
        new("cpuMsPerUpdate", "Processor time of an update", "ms", (0, 60_000)) { Measured = true, Get = a => a.CpuMillisecondsPerUpdate, Set = (a, v) => a with { CpuMillisecondsPerUpdate = v } },
    ];

    /// <summary>Puts what was entered over the proposals.</summary>
    /// <param name="proposed">What stands when nothing is entered.</param>
    /// <param name="entered">The text of a field by its name; <c>null</c> or empty when it was left alone.</param>
    /// <returns>The assumptions, and what is wrong with which field.</returns>
    public static (CostAssumptions Assumptions, IReadOnlyDictionary<string, string> Faults) Read(CostAssumptions proposed, Func<string, string?> entered)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in All)
        {
            if (entered(field.Name) is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            var (value, fault) = field.Read(text.Trim());
            if (fault is null) proposed = field.Set(proposed, value);
            else faults[field.Name] = fault;
        }

        return (proposed, faults);
    }

    /// <summary>The same for programs: the first fault is a problem.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.BadRequest"/>, with the name of the field.</exception>
    public static CostAssumptions Require(CostAssumptions proposed, Func<string, string?> entered)
    {
        var (assumptions, faults) = Read(proposed, entered);
        return faults.Count == 0 ? assumptions : throw new ProblemException(CommonProblems.BadRequest, faults.First().Value, faults.First().Key);
    }
}
