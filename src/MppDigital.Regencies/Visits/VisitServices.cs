using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform;
using MppDigital.Platform.Events;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Brokers;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits;

internal static class VisitServices
{
    public static IServiceCollection AddVisits(this IServiceCollection services)
    {
        services.AddScoped<FirstHall>();
        services.AddScoped<HallPlans>();
        services.AddScoped<Remeasure>();
        services.AddScoped<FindSlot>();
        services.AddScoped<SlotLedger>();
        services.AddScoped<WalkInPlace>();
        services.AddScoped<VisitViews>();
        services.AddScoped<VisitOwners>();
        services.AddScoped<BookingTraces>();
        services.AddScoped<IRegencyTask, RecordMissed>();
        services.AddScoped<WatchBrokers>();
        services.AddScoped<IRegencyTask>(p => p.GetRequiredService<WatchBrokers>());
        services.AddScoped<IOutboxHandler>(p => p.GetRequiredService<WatchBrokers>());
        services.AddScoped<IOutboxHandler, SendBrokerReport>();
        return services
            .AddUseCase<ListBrokerAlarms, IReadOnlyList<BrokerAlarmView>, ListBrokerAlarmsHandler>()
            .AddUseCase<DecideBrokerAlarm, Done, DecideBrokerAlarmHandler>()
            .AddUseCase<ListPlaces, Page<PlaceView>, ListPlacesHandler>()
            .AddUseCase<ReadPlace, PlaceSettings, SavePlaceHandler>()
            .AddUseCase<SavePlace, PlaceSettings, SavePlaceHandler>()
            .AddUseCase<ClosePlace, PlaceClosed, ClosePlaceHandler>()
            .AddUseCase<ReopenPlace, Done, ClosePlaceHandler>()
            .AddUseCase<SaveLine, PlaceSettings, SaveLineHandler>()
            .AddUseCase<TurnCounter, CounterView, TurnCounterHandler>()
            .AddUseCase<ReadWaitingTimes, WaitingTimes, ReadWaitingTimesHandler>()
            .AddUseCase<PlanBreaks, CounterView, PlanBreaksHandler>()
            .AddUseCase<ReadSlots, SlotPage, ReadSlotsHandler>()
            .AddUseCase<BookVisit, VisitView, BookVisitHandler>()
            .AddUseCase<CancelVisit, VisitView, CancelVisitHandler>()
            .AddUseCase<MoveVisit, VisitView, MoveVisitHandler>()
            .AddUseCase<ListMyVisits, MyVisits, ListMyVisitsHandler>()
            .AddUseCase<ReadVisit, VisitView, ListMyVisitsHandler>()
            .AddUseCase<AppealBlock, Done, AppealBlockHandler>()
            .AddUseCase<ListAppeals, IReadOnlyList<AppealView>, AppealBlockHandler>()
            .AddUseCase<DecideAppeal, Done, AppealBlockHandler>()
            .AddUseCase<ListKiosks, IReadOnlyList<KioskRow>, AddKioskHandler>()
            .AddUseCase<AddKiosk, KioskCode, AddKioskHandler>()
            .AddUseCase<RenewKiosk, KioskCode, AddKioskHandler>()
            .AddUseCase<RemoveKiosk, Done, AddKioskHandler>()
            .AddUseCase<EnrolKiosk, KioskDevice, EnrolKioskHandler>()
            .AddUseCase<FindKiosk, KioskView, EnrolKioskHandler>()
            .AddUseCase<ReadBoard, BoardView, ReadBoardHandler>();
    }
}
