using System.Linq.Expressions;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>The stages that a person may do, as a condition on <see cref="Application.WaitsFor"/>. A seat for certain districts is shown theirs, and what belongs to no district.</summary>
internal static class Turns
{
    public static Expression<Func<Application, bool>> Of(StaffMember staff, IServiceCatalog catalog)
    {
        var everywhere = KeysOf(staff.Seats.Where(s => s.Areas.Count == 0), catalog);
        var local = staff.Seats.Where(s => s.Areas.Count > 0).ToList();
        if (local.Count == 0) return a => everywhere.Any(k => a.WaitsFor.Contains(k));
        var (here, areas) = (KeysOf(local, catalog), local.SelectMany(s => s.Areas).Distinct().ToList());
        return a => everywhere.Any(k => a.WaitsFor.Contains(k)) || ((a.Area == null || areas.Contains(a.Area)) && here.Any(k => a.WaitsFor.Contains(k)));
    }

    private static List<string> KeysOf(IEnumerable<OfficerSeat> seats, IServiceCatalog catalog) =>
        [.. catalog.Published.SelectMany(p => ApplicationMoves.Stages(p.Definition)).Where(s => seats.Any(seat => seat.Fits(ApplicationMoves.RoleOf(s.Role), s.Agency))).Select(s => $"|{s.Key}|").Distinct()];
}
