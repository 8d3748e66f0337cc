using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Web.Access;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>What the endpoints of EN 18222 work with.</summary>
internal sealed record En18222Services(
    DppFinder Finder,
    DppCreator Creator,
    DppUpdater Updater,
    DppCloser Closer,
    DppRegistrar Registrar,
    En18222Profiles Profiles,
    ActorAudiences Audiences,
    DppAddresses Addresses,
    Vocabulary Vocabulary,
    IOptions<En18222Options> Options)
{
    /// <summary>Lets through who may read the archive; everyone else only while the passport has not ceased (Article 77(8)).</summary>
    /// <exception cref="ProblemException">There is no such passport, or it has ceased.</exception>
    public async Task CheckArchiveAsync(HttpContext http, Thing? thing)
    {
        if (thing is null || !await MayReadArchiveAsync(thing, http.RequestAborted)) await Finder.ReadAsync(thing, RequestActors.Of(http).Actor.View, http.RequestAborted);
    }

    private async ValueTask<bool> MayReadArchiveAsync(Thing thing, CancellationToken cancellation) =>
        (await Audiences.OfAsync(thing.Id, cancellation)).Any(audience => Options.Value.ArchiveAudiences.Contains(audience, StringComparer.Ordinal));
}
