using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.SatuSehat;

/// <summary>SATUSEHAT: health workers with registration (STR) and credit points (SKP), and the facilities they work in.</summary>
public sealed class SatuSehatClient : IConnector
{
    internal const string Name = "SatuSehat";

    private readonly RegisterLine line;

    private readonly RememberedFacilities remembered;

    internal SatuSehatClient(RegisterLine line, RememberedFacilities remembered) => (this.line, this.remembered) = (line, remembered);

    string IConnector.Connector => Name;

    /// <param name="nik">16 digits, already validated. Not found: not a registered health worker.</param>
    public Task<Lookup<HealthWorker>> GetHealthWorkerAsync(string nik, CancellationToken ct) =>
        line.AskAsync<HealthWorkerQuestion, HealthWorkerAnswer, HealthWorker>(
            SatuSehatPaths.HealthWorker, new HealthWorkerQuestion(nik), (answer, at) => Read(answer, nik, at), ct);

    /// <summary>While the register is silent the last list that it gave, at most seven days old: <c>AsOf</c> tells its age.</summary>
    public async Task<Lookup<IReadOnlyList<HealthFacility>>> GetFacilitiesAsync(RegencyCode regency, CancellationToken ct) =>
        remembered.Weigh(regency, await line.GetAsync<FacilitiesAnswer, IReadOnlyList<HealthFacility>>(
            $"{SatuSehatPaths.Facilities}?regency={regency.Value}", (answer, at) => Read(answer, regency, at), ct));

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) =>
        (await GetHealthWorkerAsync("0000000000000000", ct) as Lookup<HealthWorker>.Unavailable)?.Reason;

    DateTime? IConnector.RememberedSince(RegencyCode regency) => remembered.Since(regency);

    private static Lookup<HealthWorker> Read(HealthWorkerAnswer answer, string asked, DateTime at)
    {
        if (answer is { Registered: false, Worker: null }) return new Lookup<HealthWorker>.NotFound(at);
        if (answer is
            {
                Registered: true,
                Worker:
                {
                    Profession: { Length: > 0 } profession,
                    RegistrationNumber: { Length: > 0 } number,
                    RegistrationActive: { } active,
                    CreditPointsSufficient: { } sufficient,
                } worker,
            } && worker.Nik == asked)
        {
            var registration = new ProfessionalRegistration(number, active, worker.RegistrationValidUntil);
            return new Lookup<HealthWorker>.Found(new HealthWorker(asked, profession, registration, sufficient), at);
        }

        return new Lookup<HealthWorker>.Unavailable(Outage.Unreadable);
    }

    private static Lookup<IReadOnlyList<HealthFacility>> Read(FacilitiesAnswer answer, RegencyCode asked, DateTime at)
    {
        if (answer.Regency != asked.Value || answer.Facilities is not { } records) return new Lookup<IReadOnlyList<HealthFacility>>.Unavailable(Outage.Unreadable);

        var facilities = records.Where(r => r is { Code.Length: > 0, Name.Length: > 0 })
            .Select(r => new HealthFacility(r.Code!, r.Name!, r.Address ?? ""))
            .ToList();
        return facilities.Count == records.Length
            ? new Lookup<IReadOnlyList<HealthFacility>>.Found(facilities, at)
            : new Lookup<IReadOnlyList<HealthFacility>>.Unavailable(Outage.Unreadable);
    }
}
