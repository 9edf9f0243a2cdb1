using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using MppDigital.Login.Clients;
using MppDigital.Platform;

namespace MppDigital.Web.SignIn;

/// <summary>What the hosts know of the login: its issuer, its discovery document and its keys, as of any other provider.</summary>
internal sealed class LoginProvider
{
    public const string HttpClient = "login-provider";

    private readonly IOptions<PlatformOptions> platform;
    private readonly IOptions<SignInOptions> options;
    private readonly ClientSecrets secrets;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> discovery;

    public LoginProvider(IHttpClientFactory http, IOptions<PlatformOptions> platform, IOptions<SignInOptions> options, ClientSecrets secrets)
    {
        this.platform = platform;
        this.options = options;
        this.secrets = secrets;
        discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{Issuer}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            // Plain http happens on loopback only: our own calls never leave the machine, and a foreign authority must be https.
            new HttpDocumentRetriever(http.CreateClient(HttpClient)) { RequireHttps = IsForeign });
    }

    public string Issuer => options.Value.Authority is { Length: > 0 } authority ? authority.TrimEnd('/') : platform.Value.OriginOf("login");

    private bool IsForeign => options.Value.Authority is { Length: > 0 };

    /// <exception cref="HttpRequestException">The login cannot be reached.</exception>
    public async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await discovery.GetConfigurationAsync(ct);
        }
        catch (InvalidOperationException e)
        {
            // How the library says that nothing was fetched yet and the address did not answer.
            throw new HttpRequestException("The login's discovery document could not be fetched.", e);
        }
    }

    public async ValueTask<string> SecretOfAsync(string clientId, CancellationToken ct) =>
        !IsForeign ? await secrets.ForAsync(clientId, ct)
        : options.Value.ClientSecrets.TryGetValue(clientId, out var secret) ? secret
        : throw new InvalidOperationException($"SignIn:ClientSecrets has no entry for {clientId}.");

    /// <summary>Rules for a token of this issuer. An unknown key makes the next attempt fetch the keys again.</summary>
    public async Task<TokenValidationParameters> RulesAsync(string audience, string type, CancellationToken ct)
    {
        var known = await ReadAsync(ct);
        return new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            // Ours are compared letter by letter, as the redirects are.
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidTypes = [type],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = known.SigningKeys,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }

    public void FetchKeysAgain() => discovery.RequestRefresh();
}
