namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>An allowed change of the status of a battery: one row of <c>transitions.csv</c>.</summary>
/// <param name="From">Status before.</param>
/// <param name="To">Status after.</param>
/// <param name="NewPassport">Begins a new life with a passport of its own.</param>
/// <param name="NeedsOperator">The operator who takes over must be named.</param>
/// <param name="Ceases">Ends the passport.</param>
/// <param name="Provision">Article behind it.</param>
internal sealed record Transition(string From, string To, bool NewPassport, bool NeedsOperator, bool Ceases, string Provision);
