using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors;
using MppDigital.Connectors.Messages;
using MppDigital.Login;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Sqlite;
using MppDigital.Testing;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.Tests.SignIn;

/// <summary>The login and its relying parties as the program puts them together, on a real server, with one page and one API call that need a person.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    public const string Bukittinggi = "http://bukittinggi.mpp.localhost:5080";
    public const string Padang = "http://padang.mpp.localhost:5080";
    public const string Portal = "http://mpp.localhost:5080";
    public const string Ministry = "http://pusat.mpp.localhost:5080";
    public const string Login = "http://login.mpp.localhost:5080";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("mpp-hosts-");

    private WebApplication? app;

    internal KeptMessages Messages { get; } = new();

    public FakeClock Clock { get; } = new();

    internal IServiceProvider Services => app!.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var services = builder.Services;
        services.Configure<PlatformOptions>(o => (o.PublicOrigin, o.DataDirectory) = (Portal, data.FullName));
        services.Configure<LoginOptions>(o => o.DemoClients = true);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITenantDirectory, FewRegencies>();
        services.AddSqliteEngine();
        services.AddSecrets();
        services.AddSharedDataProtection();
        services.AddConnectors(builder.Configuration, builder.Environment);
        services.AddSingleton<IMessageSender>(Messages);
        services.AddLogin();
        services.AddSignIn();
        services.AddAuthorization();
        services.AddSingleton<TroublePage>(reason => TypedResults.Text(reason, statusCode: 400));
        app = builder.Build();
        app.UseSignInGuards();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCsrfGuard();
        app.UseAntiforgery();
        app.MapLogin("login.mpp.localhost");
        app.MapSignIn();
        app.MapGet("/rahasia", (ClaimsPrincipal user) => user.FindFirst("nik")?.Value).RequireAuthorization();
        app.MapGet("/api/v1/saya", async (HttpContext http, PersonOfRequest people, CancellationToken ct) => (await people.FindAsync(http, ct))?.Nik ?? "").RequireAuthorization();
        app.MapPost("/api/v1/ubah", () => "berubah").RequireAuthorization();
        app.MapGet("/api/v1/csrf", (HttpContext http, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) => CsrfGuard.Token(http, antiforgery)).RequireAuthorization();

        await Services.GetRequiredService<IDatabaseEngine>().CreateAsync(Databases.Login, CancellationToken.None);
        await using (var db = await Services.GetRequiredService<IDbContextFactory<LoginDbContext>>().CreateDbContextAsync()) await db.Database.EnsureCreatedAsync();
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        data.Delete(recursive: true);
    }

    internal async Task<Outcome<TResult>> DoAsync<TInput, TResult>(TInput input)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
    }

    internal HttpClient Connect()
    {
        var port = new Uri(app!.Urls.First()).Port;
        return new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = async (_, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }
}
