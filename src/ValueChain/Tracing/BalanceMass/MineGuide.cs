using Voltloop.Web.Composition;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Finds for the tour the site whose books have the most findings.</summary>
internal sealed class MineGuide(BalanceReader balances) : ITourGuide
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Subjects { get; } = ["mine"];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellation)
    {
        var worst = (await balances.ReadAsync(new BalanceRequest(), cancellation)).Sites.Where(site => site.Findings > 0).MaxBy(site => site.Findings);
        return worst is null ? new Dictionary<string, string>(StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal) { ["mine"] = worst.Id };
    }
}
