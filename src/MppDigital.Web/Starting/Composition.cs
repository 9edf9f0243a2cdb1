using MppDigital.Connectors;
using MppDigital.Login;
using MppDigital.National;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.PostgreSql;
using MppDigital.Regencies;
using MppDigital.Sqlite;
using MppDigital.SqlServer;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Installed;
using MppDigital.Web.Components.Kept;
using MppDigital.Web.Hall;
using MppDigital.Web.Hosts;
using MppDigital.Web.MinistryCatalog;
using MppDigital.Web.MyData;
using MppDigital.Web.RegencyAdmin;
using MppDigital.Web.SignIn;
using Quartz;

namespace MppDigital.Web.Starting;

/// <summary>The list of modules. What each consists of stands in its own project or folder.</summary>
internal static class Composition
{
    public static void AddMppDigital(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.ConfigurePlatform();
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);

        var platform = builder.Configuration.GetSection("Platform").Get<PlatformOptions>() ?? new PlatformOptions();
        ProjectFolders.FillDefaults(platform);
        var engine = NewEngine(platform, builder.Configuration.GetSection("Database").Get<ServerOptions>() ?? new ServerOptions());
        services.AddSingleton(engine);
        services.AddPlatform();
        services.AddNational();
        services.AddLogin();
        services.AddRegencies();
        services.AddConnectors(builder.Configuration, builder.Environment);
        services.AddSharedDataProtection();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store => engine.ConfigureJobs(store, mayCreateTables: false)));

        services.AddSingleton<HostTable>();
        services.AddSignIn();
        services.AddApi();
        services.AddPages();
        services.AddRegencyAdminPages();
        services.AddHallPages();
        services.AddCatalogDesk();
        services.AddMyData();
        services.AddPageAssets();
        services.AddNationalWatch();
        services.AddDemoStaff();

        if (platform.Runs("worker"))
        {
            services.AddRegencyWorkers();
            services.AddHostedService<Schedule>();
            services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        }
    }

    public static void UseMppDigital(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CountReleaseAnswers>();
        app.UseExceptionHandler(errors => errors.Run(FailurePage.WriteAsync));
        app.UseMiddleware<SharedPages>();
        app.UsePageAssets();
        app.UseMiddleware<EnterHost>();
        app.UseSignInGuards();
        app.UseStatusCodePages(StatusPages.WriteAsync);
        app.UseRouting();
        app.UseMiddleware<KeepAudience>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.TellWhoseSession();
        app.UseAuthorization();
        app.UseCsrfGuard();
        app.UseAntiforgery();

        app.MapHealth();
        app.MapSignIn();
        app.MapLogin(app.Services.GetRequiredService<HostTable>().Login);
        app.MapApi();
        app.MapPages();
        app.MapUnknownAddresses();
    }

    private static IDatabaseEngine NewEngine(PlatformOptions platform, ServerOptions server) => server.Provider switch
    {
        "Sqlite" => SqliteServices.NewEngine(platform),
        "PostgreSql" => PostgreSqlServices.NewEngine(server),
        "SqlServer" => SqlServerServices.NewEngine(server),
        var other => throw new StartRefusedException($"Database:Provider: expected Sqlite, PostgreSql or SqlServer, not '{other}'."),
    };
}
