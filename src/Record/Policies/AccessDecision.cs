namespace Voltloop.Record.Policies;

/// <summary>Yes or no, with the reason for the access log and for people who manage rights. Never shown to who was refused.</summary>
/// <param name="Allowed">Whether it is allowed.</param>
/// <param name="Reason">Which rule decided: <c>keeper</c>, <c>audience authority</c>, <c>responsible</c>, <c>grant 7f3a...</c>, or <c>no right</c>.</param>
public readonly record struct AccessDecision(bool Allowed, string Reason)
{
    /// <summary>No rule allows it.</summary>
    public static readonly AccessDecision Refused = new(false, "no right");

    /// <summary>A rule allows it.</summary>
    public static AccessDecision By(string reason) => new(true, reason);
}
