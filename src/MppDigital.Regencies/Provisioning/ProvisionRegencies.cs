using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.National.Catalog;
using MppDigital.Platform;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Offerings;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Provisioning;

/// <summary>514 databases from one migrated template. Each is done by itself: one that fails is reported, the others go on, a second run takes up the rest.</summary>
internal sealed class ProvisionRegencies(IDatabaseEngine engine, RegencyDatabases databases, MasterKey master, ITenantDirectory directory, TimeProvider clock, PublishedCatalog catalog, IOptions<DemoOptions> demo, FirstStaff? firstStaff = null) : IProvisioningStep
{
    private const int AtOnce = 4;

    private static readonly ILookup<RegencyCode, SeatedPerson> NobodyYet = Array.Empty<SeatedPerson>().ToLookup(_ => default(RegencyCode));

    private readonly ConcurrentBag<RegencyDbContext> idle = [];
    private bool templateIsReady;
    private DbContextOptions<RegencyDbContext>? templateOptions;

    public bool NeedsRegistry => true;

    public async Task PrepareAsync(CancellationToken ct)
    {
        // A fresh installation needs the template whatever the registry says; afterwards only the registry can tell.
        var existing = await engine.ListAsync(ct);
        if (!existing.Any(d => d.StartsWith(Databases.RegencyPrefix, StringComparison.Ordinal))) await PrepareTemplateAsync(existing, ct);
    }

    public async Task<IReadOnlyList<ProvisionedDatabase>> RunAsync(ProvisionDatabases order, CancellationToken ct)
    {
        var wanted = directory.All.Where(r => order.Regencies?.Contains(r.Code.Value) ?? true).ToList();
        var existing = await engine.ListAsync(ct);
        var done = new ConcurrentBag<ProvisionedDatabase>();
        var staff = new Lazy<Task<ILookup<RegencyCode, SeatedPerson>>>(() => firstStaff?.Invoke(ct) ?? Task.FromResult(NobodyYet));
        if (wanted.Any(r => !existing.Contains(r.Database)))
        {
            if (!templateIsReady) await PrepareTemplateAsync(existing, ct);
            await FillTemplateAsync(ct);
        }

        await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (regency, token) =>
        {
            try
            {
                done.Add(existing.Contains(regency.Database) ? await MigrateAsync(regency, staff, token) : await CreateAsync(regency, staff, token));
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                done.Add(new ProvisionedDatabase(regency.Database, "failed", e.Message));
            }
        });
        foreach (var db in idle) await db.DisposeAsync();
        idle.Clear();
        return [.. done.OrderBy(d => d.Database, StringComparer.Ordinal)];
    }

    public async Task<string?> FindGapAsync(CancellationToken ct)
    {
        var existing = await engine.ListAsync(ct);
        return directory.All.FirstOrDefault(r => !existing.Contains(r.Database)) is { } missing ? $"{missing.Database} does not exist" : null;
    }

    private async Task PrepareTemplateAsync(IReadOnlySet<string> existing, CancellationToken ct)
    {
        // Made anew each time: a template of an older program would give regencies an older schema.
        if (existing.Contains(Databases.RegencyTemplate)) await engine.DropAsync(Databases.RegencyTemplate, ct);
        await engine.CreateAsync(Databases.RegencyTemplate, ct);
        // Without a mark: a copy earns its own only when it is signed.
        templateOptions = databases.OptionsFor(Databases.RegencyTemplate);
        await using (var db = new RegencyDbContext(templateOptions)) await db.Database.MigrateAsync(ct);

        await engine.CloseAsync(Databases.RegencyTemplate, ct);
        templateIsReady = true;
    }

    /// <summary>What all regencies have alike is written once. Later than the schema, for it needs the catalog.</summary>
    private async Task FillTemplateAsync(CancellationToken ct)
    {
        if (!demo.Value.Enabled || !engine.CopyCarriesSchema) return;
        await using (var db = new RegencyDbContext(templateOptions!))
        {
            await db.Offerings.ExecuteDeleteAsync(ct);
            db.Offerings.AddRange(DemoTariffs());
            await db.SaveChangesAsync(ct);
        }

        await engine.CloseAsync(Databases.RegencyTemplate, ct);
    }

    private async Task<ProvisionedDatabase> CreateAsync(Regency regency, Lazy<Task<ILookup<RegencyCode, SeatedPerson>>> staff, CancellationToken ct)
    {
        // A context serves one regency after another: making its services anew costs more than writing its few rows.
        var db = idle.TryTake(out var used) ? used : new RegencyDbContext(templateOptions!);
        await engine.CopyAsync(Databases.RegencyTemplate, regency.Database, SchemaMark.Of<RegencyDbContext>(engine), async (connection, token) =>
        {
            db.Database.SetDbConnection(connection);
            if (!engine.CopyCarriesSchema) await db.Database.MigrateAsync(token);
            await SignAsync(db, regency, staff, token);
        }, ct);
        db.ChangeTracker.Clear();
        idle.Add(db);
        return new ProvisionedDatabase(regency.Database, "created");
    }

    private async Task<ProvisionedDatabase> MigrateAsync(Regency regency, Lazy<Task<ILookup<RegencyCode, SeatedPerson>>> staff, CancellationToken ct)
    {
        // Asking each of 514 databases for its migrations takes seconds; the mark is in the first bytes of its file.
        var mark = SchemaMark.Of<RegencyDbContext>(engine);
        if (engine.IsMarked(regency.Database, mark)) return new ProvisionedDatabase(regency.Database, "current");
        await using var db = new RegencyDbContext(databases.OptionsFor(regency.Database));
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Any();
        if (pending) await db.Database.MigrateAsync(ct);
        // A run that was cut off after the copy leaves a database that belongs to nobody.
        var unsigned = !await db.Identity.AnyAsync(ct);
        if (unsigned) await SignAsync(db, regency, staff, ct);
        await engine.MarkAsync(regency.Database, mark, ct);
        return new ProvisionedDatabase(regency.Database, unsigned ? "created" : pending ? "migrated" : "current");
    }

    private async Task SignAsync(RegencyDbContext db, Regency regency, Lazy<Task<ILookup<RegencyCode, SeatedPerson>>> staff, CancellationToken ct)
    {
        db.Identity.Add(new RegencyIdentity { Code = regency.Code.Value, WrappedKey = DataKey.CreateWrapped(KeyOwner.Of(regency.Code), master), CreatedAt = clock.GetUtcNow().UtcDateTime });
        db.Officers.AddRange((await staff.Value)[regency.Code].Select(p => new Officer(p.Sub, p.Name, p.Agency, p.Role)));
        if (demo.Value.Enabled && !engine.CopyCarriesSchema) db.Offerings.AddRange(DemoTariffs());
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Invented, ten times the least that the nation allows: without a tariff nobody could try the services that need one.</summary>
    private IEnumerable<Offering> DemoTariffs()
    {
        foreach (var service in catalog.Newest.Select(p => p.Definition).Where(FeeRules.NeedsTariff))
        {
            var offering = new Offering(service.Code);
            var bounds = service.OverrideBounds!.Tariff!;
            offering.Change(active: true, new LocalOverride(TariffIdr: Math.Min(bounds.MinimumIdr * 10, bounds.MaximumIdr)), "");
            yield return offering;
        }
    }
}
