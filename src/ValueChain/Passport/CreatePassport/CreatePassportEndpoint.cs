using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Passport.CreatePassport;

/// <summary><c>POST /api/v1/passports</c>.</summary>
internal static class CreatePassportEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/passports", CreateAsync).WithName("CreatePassport")
            .WithSummary("Creates a model, or an item of a model, with its first facts, as one unit.")
            .WithDescription("Facts of a model are stated once and resolved by its items. Answers after the record is durable.")
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Created<WriteReceipt>> CreateAsync(CreatePassportRequest request, PassportCreator creator, CancellationToken cancellation)
    {
        var (thing, receipt) = await creator.CreateAsync(request, cancellation);
        return TypedResults.Created("/api/v1/passports/" + RouteThingId.Encode(thing.Id), receipt);
    }
}
