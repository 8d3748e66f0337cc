using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.ListKeyEvents;

/// <summary><c>GET /api/v1/key-events</c>.</summary>
internal static class KeyEventsEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/key-events", List).WithName("ListKeyEvents")
            .WithSummary("The key events of a battery from mine to mine: how EPCIS events say them, what they must carry, what comes before them.");

    private static Ok<IReadOnlyList<KeyEventResource>> List(KeyEventVocabulary vocabulary, IOptions<KeyEventPolicy> policy) => TypedResults.Ok(KeyEventResource.All(vocabulary, policy.Value));
}
