using Microsoft.Extensions.Options;
using Voltloop.Record.Policies;
using Voltloop.Record.Terms;

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
    IOptions<En18222Options> Options);
