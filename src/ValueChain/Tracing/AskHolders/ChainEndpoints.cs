using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Voltloop.Core.Problems;
using Voltloop.Record.Between;
using Voltloop.Tracing.Model.Between;
using Voltloop.Web.Access;
using Voltloop.Web.Http;

namespace Voltloop.Tracing.AskHolders;

/// <summary><c>/api/v1/chain</c>: questions of other nodes, walks along the chain, grants and partners.</summary>
internal static class ChainEndpoints
{
    /// <summary>Most rows of a list.</summary>
    public const int MaxRows = 200;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Chain").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).DisableAntiforgery();
        api.MapPost("/chain/questions", AnswerAsync).WithName("AnswerChainQuestion").WithMetadata(OpenTo.Anyone)
            .WithSummary("Takes a signed question of another node, one step up or down from a thing, and answers it, signed, with the proof of each event.")
            .WithDescription("Question and answer are compact JWS (ES256), signed with keys of the did:web documents. What is not open is refused in the same words whether or not it exists.")
            .Accepts<string>(HolderClient.MediaType).Produces<string>(StatusCodes.Status200OK, HolderClient.MediaType);
        api.MapGet("/chain/trace", WalkAsync).WithName("WalkChain")
            .WithSummary("Follows a thing up or down, through the own events and by asking the next holder; with across=true from organisation to organisation.")
            .WithDescription("Answers are kept with their proofs and used again until they are old (fresh=true asks anew), and when a holder no longer answers.");
        api.MapGet("/chain/questions", Questions).WithName("ListChainQuestions").WithSummary("Questions that other nodes asked, and on which ground they were answered.");
        api.MapGet("/chain/answers", Answers).WithName("ListChainAnswers").WithSummary("Answers of other nodes that are kept, without their content.");
        api.MapGet("/chain/answers/signed", SignedAnswer).WithName("GetSignedChainAnswer")
            .WithSummary("A kept answer as its holder signed it (JWS): claim answer holds each event with its proof, which POST /api/v1/epcis/events/verify takes.")
            .Produces<string>(StatusCodes.Status200OK, HolderClient.MediaType);
        MapRights(api);
    }

    private static void MapRights(RouteGroupBuilder api)
    {
        api.MapGet("/chain/grants", GrantsAsync).WithName("ListChainGrants").WithSummary("Chains that this node has opened.");
        api.MapPost("/chain/grants", GrantAsync).WithName("GrantChain").WithSummary("Opens a chain to a party: from a thing, up or down, some steps deep, for a purpose, until a moment.");
        api.MapDelete("/chain/grants/{grantId}", RevokeAsync).WithName("RevokeChainGrant").WithSummary("Closes a chain, for the next question on.");
        api.MapGet("/chain/partners", PartnersAsync).WithName("ListChainPartners").WithSummary("Organisations with a node of their own, and how events call them.");
        api.MapPost("/chain/partners", NameAsync).WithName("NameChainPartner").WithSummary("Names a partner, or the further names of this organisation.");
        api.MapDelete("/chain/partners/{did}", ForgetAsync).WithName("ForgetChainPartner").WithSummary("Forgets a partner.");
    }

    private static async Task<ContentHttpResult> AnswerAsync(HttpContext http, QuestionDesk desk)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var buffer = new char[QuestionDesk.MaxCharacters + 1];
        var read = await reader.ReadBlockAsync(buffer, http.RequestAborted);
        if (read > QuestionDesk.MaxCharacters) throw new ProblemException(CommonProblems.LimitExceeded, $"A question has {QuestionDesk.MaxCharacters} characters at most.");
        return TypedResults.Text(await desk.AnswerAsync(new string(buffer, 0, read), http.RequestAborted), HolderClient.MediaType);
    }

    private static async Task<Ok<ChainWalk>> WalkAsync(HttpContext http, ChainDesk desk, ChainWalker walker, [AsParameters] WalkRequest request)
    {
        desk.Admit();
        return TypedResults.Ok(await walker.WalkAsync(request, null, http.RequestAborted));
    }

    private static Ok<IReadOnlyList<AnsweredQuestion>> Questions(ChainDesk desk, IChainStore store)
    {
        desk.Admit();
        return TypedResults.Ok(store.Questions(MaxRows));
    }

    private static Ok<IReadOnlyList<AnswerResource>> Answers(ChainDesk desk, IChainStore store)
    {
        desk.Admit();
        return TypedResults.Ok<IReadOnlyList<AnswerResource>>([.. store.Answers(MaxRows).Select(AnswerResource.Of)]);
    }

    private static ContentHttpResult SignedAnswer(ChainDesk desk, IChainStore store, [AsParameters] AnswerName name)
    {
        desk.Admit();
        var kept = store.Find(name.Holder, name.Thing, name.Direction, name.Purpose) ?? throw new ProblemException(CommonProblems.NotFound, "No such answer is kept.");
        return TypedResults.Text(kept.Token, HolderClient.MediaType);
    }

    private static async Task<Ok<IReadOnlyList<ChainGrant>>> GrantsAsync(HttpContext http, ChainDesk desk, ChainRights rights)
    {
        desk.Admit();
        return TypedResults.Ok(await rights.GrantsAsync(http.RequestAborted));
    }

    private static async Task<Created<ChainGrant>> GrantAsync(HttpContext http, ChainDesk desk, ChainGrantRequest request)
    {
        var grant = await desk.GrantAsync(request, http.RequestAborted);
        return TypedResults.Created($"/api/v1/chain/grants/{grant.Id}", grant);
    }

    private static async Task<NoContent> RevokeAsync(HttpContext http, ChainDesk desk, string grantId)
    {
        await desk.RevokeAsync(grantId, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<ChainPartner>>> PartnersAsync(HttpContext http, ChainDesk desk, ChainRights rights)
    {
        desk.Admit();
        return TypedResults.Ok((await rights.PartnersAsync(http.RequestAborted)).All);
    }

    private static async Task<Ok<ChainPartner>> NameAsync(HttpContext http, ChainDesk desk, ChainPartnerRequest request) =>
        TypedResults.Ok(await desk.NameAsync(request, http.RequestAborted));

    private static async Task<NoContent> ForgetAsync(HttpContext http, ChainDesk desk, string did)
    {
        await desk.ForgetAsync(did, http.RequestAborted);
        return TypedResults.NoContent();
    }
}
