using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Web.Citizen;

namespace MppDigital.Web.Hall;

/// <summary>Knows an enrolled kiosk by the cookie that enrolment left; what it may do ends when an admin removes it.</summary>
internal sealed class KioskDoor(Sealed box, IUseCase<FindKiosk, KioskView> find)
{
    private const string Cookie = "kios";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    public async Task<Outcome<KioskView>> FindAsync(HttpContext http, CancellationToken ct) =>
        // A device that is none has no ids, and no kiosk has these.
        await find.HandleAsync(new FindKiosk(box.Find<KioskDevice>(http, Cookie) ?? new KioskDevice(Guid.Empty, Guid.Empty)), ct);

    public void Let(HttpContext http, KioskDevice device) => box.Keep(http, Cookie, "/", device, Life);
}
