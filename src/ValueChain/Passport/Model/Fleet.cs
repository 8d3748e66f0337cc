namespace Voltloop.Passport.Model;

/// <summary>A fleet, reduced to what readiness depends on.</summary>
/// <param name="Models">Models by identifier.</param>
/// <param name="Sets">Sets of terms that the groups name.</param>
/// <param name="Groups">How many items each group has.</param>
/// <param name="Examples">The first few items of each group.</param>
internal sealed record Fleet(
    IReadOnlyDictionary<string, FleetModel> Models,
    TermSets Sets,
    IReadOnlyDictionary<FleetGroup, int> Groups,
    IReadOnlyDictionary<FleetGroup, IReadOnlyList<string>> Examples);
