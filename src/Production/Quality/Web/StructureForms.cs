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
using Voltloop.Web.Http;

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

    private const int MostTables = 2;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        QualityForm.Bounded(routes.MapPost(Structure, (Delegate)LearnAsync)).Calculates();
        QualityForm.Bounded(routes.MapPost(Fmea, (Delegate)CompareAsync), MostTables).Calculates();
        QualityForm.Bounded(routes.MapPost(Keep, (Delegate)KeepAsync));
    }

    private static async Task<RazorComponentResult> LearnAsync(IFormFile file, [FromForm] StructureFields fields, CancellationToken cancellation) =>
        QualityForm.Page<StructureResultPage>(nameof(StructureResultPage.Result), StructureEndpoint.OfFile(await file.FileAsync(cancellation), fields.Request(), cancellation));

    private static async Task<RazorComponentResult> CompareAsync(IFormFile? fmea, IFormFile? data, [FromForm] FmeaFields fields, ExpertKnowledge kept, CancellationToken cancellation) =>
        QualityForm.Page<FmeaResultPage>(nameof(FmeaResultPage.Result), await FmeaEndpoints.CompareAsync((await fmea.FileOrNullAsync(cancellation), await data.FileOrNullAsync(cancellation), fields.Of?.Trim()), fields.Request(), kept, cancellation));

    private static async Task<RedirectHttpResult> KeepAsync(IFormFile fmea, [FromForm] string of, ExpertKnowledge kept, IActorSource actors, CancellationToken cancellation)
    {
        var source = await fmea.FileOrNullAsync(cancellation) ?? throw new ProblemException(CommonProblems.BadRequest, "The file is empty.", "fmea");
        await kept.KeepAsync(of.Trim(), FmeaReader.Read(DelimitedTable.Read(source)), ImportRequest.IssuerOf(actors.Current.Actor), CancellationToken.None);
        return TypedResults.LocalRedirect("/quality/fmea?" + LinkQuery.Of(("of", of.Trim())));
    }
}
