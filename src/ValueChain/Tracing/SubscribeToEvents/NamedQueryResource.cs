using System.Text.Json;
using Voltloop.Record.Events;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>A named query as it is shown.</summary>
/// <param name="Name">Name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Query">Its parameters.</param>
internal sealed record NamedQueryResource(string Name, DateTimeOffset CreatedAt, JsonElement Query)
{
    /// <summary>From a kept one.</summary>
    public static NamedQueryResource Of(StoredQuery stored)
    {
        using var json = JsonDocument.Parse(stored.Body);
        return new NamedQueryResource(stored.Name, stored.CreatedAt, json.RootElement.Clone());
    }
}
