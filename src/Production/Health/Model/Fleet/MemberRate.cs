namespace Voltloop.Health.Model.Fleet;

/// <summary>Fade of one battery, measured and drawn towards its cohort.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Short name.</param>
/// <param name="Cohort">Cohort.</param>
/// <param name="Measured">Measured fade, % per 100 cycles.</param>
/// <param name="Fade">Fade drawn towards the cohort.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
internal sealed record MemberRate(string Id, string Label, string Cohort, double Measured, double Fade, double Lower, double Upper);
