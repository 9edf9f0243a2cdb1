using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.Connectors.Bsre.Simulator;
using MppDigital.Connectors.Calls;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Tests.Documents.Registers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Documents.Signing;

/// <summary>The employment office of Bukittinggi, whose officials sign through BSrE, with its simulator in the test's hand.</summary>
internal sealed class SigningRoom(TwoRegencies regencies)
{
    public static readonly StaffMember Signer = new("signer-1", "Rina Marlina, S.Sos.", [new OfficerSeat(OfficerRole.Officer, "DISNAKER")]) { HasFreshFactor = true };
    public static readonly StaffMember Stranger = new("signer-2", "Dedi Saputra", [new OfficerSeat(OfficerRole.Officer, "DISNAKER")]) { HasFreshFactor = true };
    public static readonly StaffMember Admin = new("admin-1", "Admin", [new OfficerSeat(OfficerRole.Admin, "")]);

    public CivilOffice Office { get; } = new(regencies);

    /// <summary>A signer's number; its last digit says how the certificate stands.</summary>
    public static string NikOf(int position) => SyntheticPeople.NikOf("1375", position);

    public async Task OpenAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        scope.ServiceProvider.GetRequiredService<IOptions<SignatureOptions>>().Value.Mode = SignatureMode.Bsre;
        foreach (var position in (int[])[0, 5, 6, 7]) await NameAsync(position, "RINA MARLINA");
        await regencies.GetAsync<SeatOfficers, Done>(TwoRegencies.Bukittinggi, new SeatOfficers([.. ((StaffMember[])[Signer, Stranger]).Select(s => new SeatedPerson(s.Sub, s.Name, OfficerRole.Officer, "DISNAKER"))]));
    }

    public async Task NameAsync(int position, string name)
    {
        using var named = await (await SimulatorAsync()).PostAsJsonAsync("simulator/signer", new { nik = NikOf(position), name });
        named.EnsureSuccessStatusCode();
    }

    public async Task SwitchAsync(string fault)
    {
        using var switched = await (await SimulatorAsync()).PutAsJsonAsync("simulator/fault", new { fault });
        switched.EnsureSuccessStatusCode();
    }

    /// <summary>An application that is approved.</summary>
    public async Task<(Applicant Citizen, string Number)> DecidedAsync(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        var number = await Office.FileAsync(citizen, "NAK-AK1-01");
        if ((await Office.ReadAsync(citizen, number)).CompleteAt is null) await ActAsync(citizen, number, desk => new CompleteApplication(desk));
        await ActAsync(citizen, number, desk => new ClaimApplication(desk));
        await ActAsync(citizen, number, desk => new ApproveApplication(desk));
        return (citizen, number);
    }

    public Task<DocumentsToSign> QueueAsync(StaffMember? staff = null) => regencies.GetAsync<ReadDocumentsToSign, DocumentsToSign>(TwoRegencies.Bukittinggi, new ReadDocumentsToSign(staff ?? Signer));

    /// <summary>How many the list says wait, and how many the database counts.</summary>
    public async Task<(int Listed, int Counted)> WaitingAsync(StaffMember staff)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var queue = scope.ServiceProvider.GetRequiredService<SigningQueue>();
        return ((await queue.ReadAsync(db, staff, null, 1000, default)).Count, await queue.CountAsync(db, staff, default));
    }

    public Task<Outcome<SignerView>> EnrolAsync(int position, StaffMember? staff = null) => regencies.RunAsync<EnrolSigner, SignerView>(TwoRegencies.Bukittinggi, new EnrolSigner(staff ?? Signer, NikOf(position)));

    public Task<Outcome<IReadOnlyList<SignedDocument>>> SignAsync(IEnumerable<QueuedDocument> documents, string passphrase = BsreSimulator.Passphrase, StaffMember? staff = null) =>
        regencies.RunAsync<SignDocuments, IReadOnlyList<SignedDocument>>(TwoRegencies.Bukittinggi, new SignDocuments(staff ?? Signer, [.. documents.Select(d => d.Id)], passphrase));

    public async Task<string?> RefusalAsync(IEnumerable<QueuedDocument> documents, string passphrase = BsreSimulator.Passphrase, StaffMember? staff = null) => (await SignAsync(documents, passphrase, staff)).Problem?.Code;

    public Task<int> DocumentsAsync() => Office.QueryAsync((db, _) => db.IssuedDocuments.CountAsync());

    private async Task ActAsync<T>(Applicant citizen, string number, Func<DeskRequest, T> move) =>
        await regencies.GetAsync<T, OfficerView>(TwoRegencies.Bukittinggi, move(new DeskRequest(Signer, number, (await Office.ReadAsync(citizen, number)).Version)));

    private async Task<HttpClient> SimulatorAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        return new HttpClient { BaseAddress = (await scope.ServiceProvider.GetRequiredService<ConnectorAddresses>().FindAsync("Bsre"))! };
    }
}
