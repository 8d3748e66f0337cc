using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Voltloop.Core.Problems;
using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>Recognises the tokens of the configured issuers (JWT, RFC 7519; hardened after RFC 8725).</summary>
/// <param name="settings">The issuers.</param>
/// <param name="clock">Age of the keys.</param>
public sealed class TokenDesk(AccessSettings settings, TimeProvider clock)
{
    /// <summary>Longest token, in characters.</summary>
    public const int MaxLength = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly string[] Algorithms = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    private readonly (IssuerSettings Settings, IssuerKeys Keys)[] _issuers = [.. settings.Issuers.Select(i => (i, new IssuerKeys(i, clock)))];

    /// <summary>The actor that a token names.</summary>
    /// <exception cref="ProblemException">One of <see cref="AccessProblems"/>, by what is wrong with the token.</exception>
    public async Task<Actor> RecogniseAsync(string text, CancellationToken cancellation)
    {
        var token = Read(text);
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal)) throw new ProblemException(AccessProblems.TokenAlgorithm, $"\"{token.Alg}\" is not one of {string.Join(", ", Algorithms)}.");
        var (issuer, keys) = _issuers.FirstOrDefault(i => string.Equals(i.Settings.Issuer, token.Issuer, StringComparison.Ordinal));
        if (issuer is null) throw new ProblemException(AccessProblems.BadToken, "The token's issuer is not configured here.");
        var result = await ValidateAsync(text, issuer, keys, cancellation);
        if (!result.IsValid) throw Name(result.Exception);
        var rules = new IssuerRules(issuer, settings.Keeper);
        return rules.ToActor(rules.Read(result.ClaimsIdentity), "token")!;
    }

    private static JsonWebToken Read(string text)
    {
        try
        {
            return text.Length <= MaxLength ? new JsonWebToken(text) : throw new ArgumentException("The token is too long.", nameof(text));
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            throw new ProblemException(new Problem(AccessProblems.BadToken, "The credential is neither an API key nor a JWT."), e);
        }
    }

    private static async Task<TokenValidationResult> ValidateAsync(string text, IssuerSettings issuer, IssuerKeys keys, CancellationToken cancellation)
    {
        var configuration = await FetchAsync(issuer, keys, null, cancellation);
        var result = await Handler.ValidateTokenAsync(text, Parameters(issuer, configuration));
        if (result.IsValid || result.Exception is not SecurityTokenSignatureKeyNotFoundException) return result;
        var newer = await FetchAsync(issuer, keys, configuration, cancellation);
        return ReferenceEquals(newer, configuration) ? result : await Handler.ValidateTokenAsync(text, Parameters(issuer, newer));
    }

    private static async Task<OpenIdConnectConfiguration> FetchAsync(IssuerSettings issuer, IssuerKeys keys, OpenIdConnectConfiguration? notBefore, CancellationToken cancellation)
    {
        try
        {
            return await keys.GetAsync(notBefore, cancellation);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or ArgumentException)
        {
            throw new ProblemException(new Problem(AccessProblems.BadToken, $"The keys of {issuer.Issuer} cannot be fetched."), e);
        }
    }

    private static TokenValidationParameters Parameters(IssuerSettings issuer, OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudience = issuer.Audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = configuration.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        ClockSkew = Skew,
    };

    private static ProblemException Name(Exception error) => new(
        new Problem(
            error switch
            {
                SecurityTokenExpiredException => AccessProblems.TokenExpired,
                SecurityTokenNotYetValidException => AccessProblems.TokenNotYetValid,
                SecurityTokenInvalidAudienceException => AccessProblems.TokenAudience,
                SecurityTokenInvalidAlgorithmException => AccessProblems.TokenAlgorithm,
                SecurityTokenInvalidSignatureException => AccessProblems.TokenSignature,
                _ => AccessProblems.BadToken,
            },
            "The token was refused."),
        error);
}
