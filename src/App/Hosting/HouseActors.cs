using Voltloop.Core.Identities;
using Voltloop.Record.Policies;

namespace Voltloop.App.Hosting;

/// <summary>At the command line the one who may read the file runs the store.</summary>
/// <param name="keeper">The operator who runs the store.</param>
internal sealed class HouseActors(ThingId keeper) : IActorSource
{
    /// <inheritdoc/>
    public ActorSession Current => new(Actor.Keeper(keeper, "command line", "house"));
}
