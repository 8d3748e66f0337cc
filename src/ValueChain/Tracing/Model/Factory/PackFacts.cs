namespace Voltloop.Tracing.Model.Factory;

/// <summary>A pack, the cells in it, and what becomes of it.</summary>
/// <param name="Plan">Of which chain.</param>
/// <param name="Number">Number of the pack, from 0.</param>
/// <param name="Cells">Its cells, all in series: the weakest one decides.</param>
internal sealed record PackFacts(FactoryPlan Plan, int Number, IReadOnlyList<int> Cells)
{
    private const int EndsEvery = 40;
    private const int EndsAt = 7;

    /// <summary>When it was finished (UTC).</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether it was sold; the others stand in the store.</summary>
    public bool IsSold => Plan.Noise.Uniform(Chance.Sold, Number + (1L << 40)) < 0.9 && SoldAt < FactoryPlan.LastDay;

    /// <summary>When it is placed on the market.</summary>
    public DateTimeOffset SoldAt => MadeAt.AddMinutes(Math.Round(1440 * (5 + (60 * Plan.Noise.Uniform(Chance.Sold, Number + (1L << 41))))));

    /// <summary>When it is put into service.</summary>
    public DateTimeOffset UsedFrom => SoldAt.AddDays(8);

    /// <summary>Who buys it.</summary>
    public FactorySite Buyer => FactorySites.Fleets[(int)(FactorySites.Fleets.Count * Plan.Noise.Uniform(Chance.Sold, Number + (1L << 42)))];

    /// <summary>Whether its first life is over: taken back after an accident.</summary>
    public bool HasEnded => IsSold && Number % EndsEvery == EndsAt && EndedAt < FactoryPlan.LastDay;

    /// <summary>When its first life ends.</summary>
    public DateTimeOffset EndedAt => UsedFrom.AddDays(700 + (Number / EndsEvery % 40));

    /// <summary>Whether it was taken apart: every other one that came back.</summary>
    public bool IsDismantled => HasEnded && Number / EndsEvery % 2 == 0;

    /// <summary>Capacity after so many years of use, as a part of what it had when new.</summary>
    public double HealthAfter(double years)
    {
        var (weakest, fresh) = (double.MaxValue, double.MaxValue);
        foreach (var cell in Cells)
        {
            var facts = CellFacts.Of(Plan, cell);
            fresh = Math.Min(fresh, facts.AmpereHours);
            weakest = Math.Min(weakest, facts.AmpereHours * (1 - (facts.FadePerYear * years)));
        }

        return weakest / fresh;
    }

    /// <summary>How much its resistance has grown, as a part of that when new: the mean of its cells.</summary>
    public double GrowthAfter(double years) => years * Cells.Average(cell => 2.1 * CellFacts.Of(Plan, cell).FadePerYear);
}
