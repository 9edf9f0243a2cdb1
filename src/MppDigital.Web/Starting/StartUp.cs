using System.Diagnostics;
using Microsoft.Extensions.Options;
using MppDigital.National.Seeding;
using MppDigital.National.Snapshots;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Starting;

/// <summary>From nothing to "ready": every refusal is one line on standard error and exit code 1, before anything was changed.</summary>
internal static class StartUp
{
    public static async Task<int> StartUpAsync(this WebApplication app)
    {
        var began = Process.GetCurrentProcess().StartTime;
        bool fresh;
        try
        {
            // What makes the databases needs the models at once; databases that exist need them with the first requests.
            fresh = !(await app.Services.GetRequiredService<IDatabaseEngine>().ListAsync(CancellationToken.None)).Contains(Databases.National);
            var warm = fresh ? WarmUpAsync(app) : Task.CompletedTask;
            var imported = fresh ? Task.FromResult(false) : Task.Run(() => app.Services.GetRequiredService<SeedMark>().IsImportedAsync(CancellationToken.None));
            // Before the pipeline, whose parts open keys: a seed with a fault must leave nothing behind where nothing is yet.
            if (fresh) _ = app.Services.GetRequiredService<Seed>();
            app.UseMppDigital();
            if (!await imported) _ = app.Services.GetRequiredService<Seed>();
            await PrepareAsync(app, CancellationToken.None);
            await warm;
        }
        catch (Exception e) when (e is SeedException or StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(e.Message.ReplaceLineEndings(" "));
            return 1;
        }

        await app.StartAsync();
        Announcement.Write(app, app.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime - began);
        var rest = fresh ? Task.CompletedTask : WarmUpAsync(app);
        await app.WaitForShutdownAsync();
        await rest;
        return 0;
    }

    private static async Task WarmUpAsync(WebApplication app) => await Task.Run(() => Parallel.ForEach(app.Services.GetServices<WarmUp>(), work => work(app.Services)));

    /// <summary>Everything before the first request; tests call it too.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        DemoGuard.CheckSettings(app);
        var engine = app.Services.GetRequiredService<IDatabaseEngine>();
        await using var scope = app.Services.CreateAsyncScope();
        await ProvisionAsync(scope.ServiceProvider, engine, ct);
        await app.Services.GetRequiredService<NationalSnapshots>().RefreshAsync(ct);
        await DemoGuard.CheckDataAsync(app, scope.ServiceProvider, ct);
        await DemoStaffing.EnsureAccountsAsync(scope.ServiceProvider, ct);
    }

    private static async Task ProvisionAsync(IServiceProvider services, IDatabaseEngine engine, CancellationToken ct)
    {
        if (!engine.WebChangesSchema)
        {
            foreach (var step in services.GetServices<IProvisioningStep>())
            {
                if (await step.FindGapAsync(ct) is { } gap) throw new StartRefusedException($"{gap}: run 'mpp tenants migrate' first.");
                // The registry is asked for the regencies' databases, so it must be read before that step looks.
                if (step is IRegistryStep registry) await registry.ReadRegistryAsync(ct);
            }

            return;
        }

        var provisioned = await services.GetRequiredService<IUseCase<ProvisionDatabases, ProvisionReport>>().HandleAsync(new ProvisionDatabases(), ct);
        if (provisioned.Value!.Failed.FirstOrDefault() is { } failed) throw new StartRefusedException($"{failed.Database}: {failed.Detail}");
    }
}
