using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ComposeBattery;

/// <summary>Batteries named at the command line: by identifier, also of another record, or by serial number or name.</summary>
internal static class VerbIds
{
    /// <summary>Their identifiers.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(string[]? texts, VerbContext context)
    {
        var resolver = context.Services.GetRequiredService<ThingResolver>();
        var ids = new List<string>();
        foreach (var text in texts ?? []) ids.Add(ThingId.TryParse(text, out var id) ? id.Value : (await resolver.FindAsync(text, context.Cancellation)).Id.Value);
        return ids;
    }
}
