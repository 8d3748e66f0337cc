using Microsoft.Extensions.Caching.Memory;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ReadPassport;

/// <summary>
/// The newest public passports as bytes. An entry holds as long as neither the thing nor its model has been written about
/// since. Moments in the past and every other audience are always read from the record: what is read there depends on who
/// asks, and is logged.
/// </summary>
internal sealed class PassportCache(PassportReader passports, IRecordVersions versions, IActorSource actors, ActorAudiences audiences) : IDisposable
{
    /// <summary>Most bytes that are kept.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    private readonly PassportJson _json = new(new RenderedValues());
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>The passport as JSON, as the actor at work may read it, with its ETag.</summary>
    public async ValueTask<TaggedBytes> ReadAsync(ThingId id, AsOf asOf, CancellationToken cancellation)
    {
        var actor = actors.Current.Actor;
        if (asOf != AsOf.Latest || !string.Equals(actor.View, AudiencePolicy.Public, StringComparison.Ordinal))
        {
            return (await RenderAsync(id, asOf, actor.View, cancellation)).Bytes;
        }

        if (_cache.TryGetValue(id, out Entry? known) && known!.IsFresh(id, versions))
        {
            return known.Bytes;
        }

        var entry = await RenderAsync(id, asOf, AudiencePolicy.Public, cancellation);
        _cache.Set(id, entry, new MemoryCacheEntryOptions { Size = entry.Bytes.Content.Length + 512 });
        return entry.Bytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private async Task<Entry> RenderAsync(ThingId id, AsOf asOf, string audience, CancellationToken cancellation)
    {
        // Versions are taken before the read: a write in between then makes the entry stale, never wrong.
        var version = versions.VersionOf(id);
        var model = await passports.ModelOfAsync(id, cancellation);
        var ofModel = model is { } m ? versions.VersionOf(m) : 0;
        var view = await passports.ReadAsync(id, asOf, audience, cancellation);
        var readers = string.Join(' ', await audiences.OfAsync(id, cancellation));
        return new Entry(TaggedBytes.Of(_json.Write(view, readers)), version, model, ofModel);
    }

    private sealed record Entry(TaggedBytes Bytes, long Version, ThingId? Model, long ModelVersion)
    {
        public bool IsFresh(ThingId id, IRecordVersions versions) =>
            versions.VersionOf(id) == Version && (Model is not { } model || versions.VersionOf(model) == ModelVersion);
    }
}
