using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Voltloop.Web.Http;

/// <summary>What every route of the API has: a prefix, a tag, and its problem responses.</summary>
public static class ApiRoutes
{
    /// <summary>A group of routes under <c>/api/v1</c>, documented with the problems any of them may answer.</summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="tag">Tag in the OpenAPI document: the room or noun.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string tag) => routes.MapGroup("/api/v1")
        .WithTags(tag)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
