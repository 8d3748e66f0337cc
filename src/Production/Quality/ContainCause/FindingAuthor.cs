using Voltloop.Record.Policies;
using Voltloop.Web.Api;

namespace Voltloop.Quality.ContainCause;

/// <summary>Who states findings, and when.</summary>
/// <param name="actors">Knows who is at work.</param>
/// <param name="clock">Moment of writing.</param>
internal sealed class FindingAuthor(IActorSource actors, TimeProvider clock)
{
    /// <summary>Who claims them.</summary>
    public string Issuer => ImportRequest.IssuerOf(actors.Current.Actor);

    /// <summary>Moment of writing (UTC).</summary>
    public DateTimeOffset Now => clock.GetUtcNow();
}
