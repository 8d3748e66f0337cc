namespace Voltloop.Web.Access;

/// <summary>An API key that somebody asks for.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Write">Whether it may write; needs an actor who may.</param>
/// <param name="Days">Days until it expires; 90 when not given.</param>
/// <param name="Audiences">Audiences it reads for; those of the actor at most, any for the keeper.</param>
/// <param name="Operator">Operator it acts for; the actor's own, any for the keeper.</param>
public sealed record KeyRequest(string Label, bool Write = false, int? Days = null, IReadOnlyList<string>? Audiences = null, string? Operator = null);
