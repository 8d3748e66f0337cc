using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Quality.CompareExperts;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.ReadTables;
using Voltloop.Record.Policies;
using Voltloop.Web.Access;
using Voltloop.Web.Api;
using Voltloop.Web.Formatting;

namespace Voltloop.Quality.Web;

/// <summary>Where the forms of structures and failure analyses are sent.</summary>
internal static class StructureForms
{
    /// <summary>Where a table of units along the line is sent.</summary>
    public const string Structure = "/quality/structure/file";

    /// <summary>Where a failure analysis is sent.</summary>
    public const string Fmea = "/quality/fmea/file";

    /// <summary>Where a failure analysis to be kept is sent.</summary>
    public const string Keep = "/quality/fmea/keep";

    private const long MaxForm = (2L * DelimitedTable.MaxBytes) + (1024 * 1024);

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var route in new[] { routes.MapPost(Structure, (Delegate)LearnAsync).Calculates(), routes.MapPost(Fmea, (Delegate)CompareAsync).Calculates(), routes.MapPost(Keep, (Delegate)KeepAsync) })
        {
            route.WithMetadata(new RequestSizeLimitAttribute(MaxForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxForm }).ExcludeFromDescription();
        }
    }

    private static async Task<RazorComponentResult> LearnAsync(IFormFile file, [FromForm] StructureFields fields, CancellationToken cancellation) =>
        Page<StructureResultPage>(nameof(StructureResultPage.Result), StructureEndpoint.OfFile((await FmeaEndpoints.ReadAsync(file, cancellation))!, fields.Request(), cancellation));

    private static async Task<RazorComponentResult> CompareAsync(IFormFile? fmea, IFormFile? data, [FromForm] FmeaFields fields, ExpertKnowledge kept, CancellationToken cancellation) =>
        Page<FmeaResultPage>(nameof(FmeaResultPage.Result), await FmeaEndpoints.CompareAsync((await FmeaEndpoints.ReadAsync(fmea, cancellation), await FmeaEndpoints.ReadAsync(data, cancellation), fields.Of?.Trim()), fields.Request(), kept, cancellation));

    private static async Task<RedirectHttpResult> KeepAsync(IFormFile fmea, [FromForm] string of, ExpertKnowledge kept, IActorSource actors, CancellationToken cancellation)
    {
        var source = await FmeaEndpoints.ReadAsync(fmea, cancellation) ?? throw new ProblemException(CommonProblems.BadRequest, "The file is empty.", "fmea");
        await kept.KeepAsync(of.Trim(), FmeaReader.Read(DelimitedTable.Read(source)), ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None);
        return TypedResults.LocalRedirect("/quality/fmea?" + LinkQuery.Of(("of", of.Trim())));
    }

    private static RazorComponentResult Page<TPage>(string parameter, object result)
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = result });
}
