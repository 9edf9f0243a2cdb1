using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>The office of Bukittinggi, with a service whose workflow the test has chosen.</summary>
internal sealed class Desk(TwoRegencies regencies)
{
    private const string Service = "DPM-SIP-04";

    private int filed;

    public StaffMember Officer { get; } = SampleWorkflows.Person("dedi", new OfficerSeat(OfficerRole.Officer, "DPMPTSP"));

    public StaffMember Colleague { get; } = SampleWorkflows.Person("ratna", new OfficerSeat(OfficerRole.Officer, "DPMPTSP"));

    public StaffMember Health { get; } = SampleWorkflows.Person("yuni", new OfficerSeat(OfficerRole.Officer, "DINKES"));

    public StaffMember Environment { get; } = SampleWorkflows.Person("joni", new OfficerSeat(OfficerRole.Officer, "DLH"));

    public StaffMember Head { get; } = SampleWorkflows.Person("rina", new OfficerSeat(OfficerRole.Head, ""));

    /// <summary>Seats the staff.</summary>
    /// <param name="definition">Replaces the service's for all files to come; null leaves it.</param>
    public async Task OpenAsync(ServiceDefinition? definition = null)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        if (definition is not null) Publish(scope, definition);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        foreach (var person in (StaffMember[])[Officer, Colleague, Health, Environment, Head])
        {
            if (!await db.Officers.AnyAsync(o => o.Sub == person.Sub)) db.Officers.Add(new Officer(person.Sub, person.Name, person.Seats[0].Agency, person.Seats[0].Role));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The first of a regency is always a nurse, of whom every register knows.</summary>
    public static Applicant Citizen(string sub) => new(sub, SyntheticPeople.NikOf("1375", 0), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");

    /// <summary>A complete file.</summary>
    /// <param name="sub">Of whom; null for somebody new.</param>
    public async Task<string> FileAsync(string? sub = null, string facility = "Klinik Pratama Cempaka", string district = "Guguk Panjang")
    {
        var citizen = Citizen(sub ?? $"citizen-{filed++}");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service(Service), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = facility;
        answers["alamat_praktik"] = new JsonObject { ["street"] = "Jl. Perintis 12", ["district"] = district, ["regency"] = "13.75" };
        var receipt = await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), Service, JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null));
        await DoAsync(receipt.Number, desk => new CompleteApplication(desk), Officer, mayRefuse: true);
        return receipt.Number;
    }

    /// <summary>With the version as it is, so that only the rules can refuse.</summary>
    public async Task<Outcome<OfficerView>> TryAsync<TMove>(string number, Func<DeskRequest, TMove> move, StaffMember by) =>
        await regencies.RunAsync<TMove, OfficerView>(TwoRegencies.Bukittinggi, move(new DeskRequest(by, number, (await FindAsync(number)).Version)));

    public async Task DoAsync<TMove>(string number, Func<DeskRequest, TMove> move, StaffMember by, bool mayRefuse = false)
    {
        var outcome = await TryAsync(number, move, by);
        Assert.True(outcome.Succeeded || mayRefuse, $"{outcome.Problem?.Code} {string.Join(' ', outcome.Problem?.Errors.Keys ?? [])}");
    }

    public async Task<OfficerView> SeeAsync(string number, StaffMember by) => await regencies.GetAsync<ReviewApplication, OfficerView>(TwoRegencies.Bukittinggi, new ReviewApplication(by, number));

    public async Task<IReadOnlyList<string>> ListAsync(StaffMember by, string status) =>
        [.. (await regencies.GetAsync<ReadInbox, Page<InboxRow>>(TwoRegencies.Bukittinggi, new ReadInbox(by, status, null, 200, null))).Items.Select(r => r.Number)];

    public async Task<Alarms> AlarmsAsync(StaffMember by) => await regencies.GetAsync<CountAlarms, Alarms>(TwoRegencies.Bukittinggi, new CountAlarms(by));

    public async Task<Application> FindAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return (await ApplicationDesk.LoadAsync(db, number, CancellationToken.None))!;
    }

    private static void Publish(AsyncServiceScope scope, ServiceDefinition definition)
    {
        var catalog = scope.ServiceProvider.GetRequiredService<PublishedCatalog>();
        var next = catalog.Versions.Keys.Where(k => k.Code == Service).Max(k => k.Version) + 1;
        catalog.Replace([.. catalog.Versions.Values, new PublishedService(definition, next, DateTime.UnixEpoch, "")]);
    }
}
