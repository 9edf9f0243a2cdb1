using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents.Registers;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Documents.Registers;

/// <summary>The civil registration office of Bukittinggi, with the register's simulator in the test's hand.</summary>
internal sealed class CivilOffice(TwoRegencies regencies)
{
    public static readonly StaffMember Officer = new("officer-1", "Dedi Saputra Koto", [new OfficerSeat(OfficerRole.Officer, "DUKCAPIL")]);
    public static readonly StaffMember Head = new("head-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Head, "DUKCAPIL")]) { HasFreshFactor = true };

    /// <summary>An application of this service that nobody has decided.</summary>
    public async Task<string> FileAsync(Applicant citizen, string service)
    {
        var today = DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7));
        var definition = SeedData.Service(service);
        var documents = new List<GivenDocument>();
        foreach (var requirement in (await regencies.GetAsync<PrepareForm, PreparedForm>(TwoRegencies.Bukittinggi, new PrepareForm(citizen, service))).ToUpload)
        {
            using var paper = new MemoryStream(SampleFiles.Png());
            documents.Add(new GivenDocument(requirement, (await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, paper, requirement))).Id));
        }

        var filed = await regencies.RunAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), service, JsonSerializer.SerializeToElement(SampleAnswers.Asked(definition, today)), documents, null));
        Assert.True(filed.Succeeded, $"{filed.Problem?.Code} {string.Join(' ', filed.Problem?.Errors.Select(e => $"{e.Key}: {e.Value[0]}") ?? [])}");
        return filed.Value!.Number;
    }

    public async Task ApproveAsync(Applicant citizen, string number)
    {
        if ((await ReadAsync(citizen, number)).CompleteAt is null) await ActAsync(citizen, number, Officer, r => new CompleteApplication(r));
        await ActAsync(citizen, number, Officer, r => new ClaimApplication(r));
        await ActAsync(citizen, number, Officer, r => new VerifyApplication(r));
        await ActAsync(citizen, number, Head, r => new ApproveApplication(r));
    }

    public Task<ApplicationView> ReadAsync(Applicant citizen, string number) => regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(citizen.Sub, number));

    /// <summary>What the worker does with the rows of a kind, each as often as is said; what failed is told and stays.</summary>
    /// <param name="keep">Leave also the rows that are done, as a worker does that dies at once.</param>
    public async Task<IReadOnlyList<Exception>> DrainAsync(string kind = OrderProduct.Kind, int times = 2, bool keep = false)
    {
        var failed = new List<Exception>();
        List<(Guid Id, string Payload)> rows;
        await using (var scope = regencies.Enter(TwoRegencies.Bukittinggi))
        {
            await using var db = await OpenAsync(scope);
            rows = [.. (await db.Outbox.AsNoTracking().Where(o => o.Kind == kind).OrderBy(o => o.CreatedAt).Select(o => new { o.Id, o.Payload }).ToListAsync()).Select(o => (o.Id, o.Payload))];
        }

        foreach (var (id, payload) in rows)
        {
            var errors = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => HandleAsync(kind, payload)));
            failed.AddRange(errors.OfType<Exception>());
            if (keep || errors.Any(e => e is not null)) continue;
            await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
            await using var db = await OpenAsync(scope);
            await db.Outbox.Where(o => o.Id == id).ExecuteDeleteAsync();
        }

        return failed;
    }

    public async Task SwitchAsync(string fault)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        using var client = new HttpClient { BaseAddress = await scope.ServiceProvider.GetRequiredService<ConnectorAddresses>().FindAsync("DukcapilProducts") };
        using var response = await client.PutAsJsonAsync("simulator/fault", new { fault });
        response.EnsureSuccessStatusCode();
    }

    public async Task<T> QueryAsync<T>(Func<RegencyDbContext, RegencySecrets, Task<T>> query)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await OpenAsync(scope);
        return await query(db, scope.ServiceProvider.GetRequiredService<RegencySecrets>());
    }

    private async Task<Exception?> HandleAsync(string kind, string payload)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        try
        {
            foreach (var handler in scope.ServiceProvider.GetServices<IOutboxHandler>().Where(h => h.Kind == kind)) await handler.HandleAsync(payload, CancellationToken.None);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or DbUpdateException or DbException)
        {
            return e;
        }
    }

    private async Task ActAsync<T>(Applicant citizen, string number, StaffMember who, Func<DeskRequest, T> move) =>
        await regencies.GetAsync<T, OfficerView>(TwoRegencies.Bukittinggi, move(new DeskRequest(who, number, (await ReadAsync(citizen, number)).Version)));

    private static Task<RegencyDbContext> OpenAsync(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
}
