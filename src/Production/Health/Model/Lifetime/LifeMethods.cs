using Voltloop.Core.Provenance;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>The methods behind forecasts of life.</summary>
internal static class LifeMethods
{
    /// <summary>The end was seen.</summary>
    public static readonly Evidence Reached = new(
        "life.first-cycle-below-80", "Share of rated capacity, running median of five cycles", "Same discharge in every cycle; single discharges below do not count.");

    /// <summary>From cells that lived to their end.</summary>
    public static readonly Evidence Similarity = new(
        "life.similarity",
        "after Wang, Yu, Siegel and Lee, PHM 2008; interval from forecasting the other cells from one another at the same cycle (Barber et al., Ann. Statist. 49, 2021)",
        "At least 4 cells of the same model, cycled at the same temperature to 80 %. Measured on 32 NCM811 cells, each left out: error 3.2 to 3.7 % from 100 to 450 cycles, 78 to 91 % held by intervals of 86 to 89 %; the median of the others' lives errs by 3.3 %.");

    /// <summary>From its own fade.</summary>
    public static readonly Evidence Particles = new(
        "life.particle-filter",
        "Saha, Goebel, Poll and Christophersen, IEEE Trans. Instrum. Meas. 58 (2009) 291; Liu and West 2001",
        "Fade of at least 10 % that goes on as a power law; a knee to come is not foreseen. The interval is that of the model and is too narrow in practice: a forecast from cells of the same model is preferred wherever there are any.");
}
