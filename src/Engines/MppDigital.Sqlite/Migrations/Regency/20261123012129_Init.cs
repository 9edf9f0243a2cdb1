using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MppDigital.Sqlite.Migrations.Regency
{
    /// <inheritdoc />
    public partial class Init : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_log",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Application = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_log", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "answering_hours",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    FromMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    UntilMinute = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answering_hours", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CatalogVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NikLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Nik = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mandate = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ActedByName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    OnDesk = table.Column<bool>(type: "INTEGER", nullable: false),
                    CompleteAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CompletedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DeclareBy = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AlarmedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LimitDays = table.Column<int>(type: "INTEGER", nullable: true),
                    GrantedByLaw = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    QueueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Deemed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    VerifiedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Duplicate = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubjectLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeIdr = table.Column<long>(type: "INTEGER", nullable: true),
                    Fee = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OwesSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    StagesDone = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    AdvisedAgainst = table.Column<bool>(type: "INTEGER", nullable: false),
                    WaitsFor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WarnedLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    WarnAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bills",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AmountIdr = table.Column<long>(type: "INTEGER", nullable: false),
                    CoveredIdr = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    PaidAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Charges = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bills", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "booking_signals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SlotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NikLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    PhoneLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    DeviceLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    AddressLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    NetworkLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    ProxyLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    OfficerSub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_booking_signals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "broker_alarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Hand = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    OfficerSub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 123, nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Acts = table.Column<int>(type: "INTEGER", nullable: false),
                    Sureness = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BlockedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broker_alarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "complaints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Closing = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AboutWhich = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AboutAgency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Officer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Complainant = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SubLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    InstructedBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Summary = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    FromOutside = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "configuration_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_configuration_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "connector_accounts",
                columns: table => new
                {
                    Connector = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SecretTail = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    SecretAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connector_accounts", x => x.Connector);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Officer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Application = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    WaitingSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PhoneLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Email = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByEmail = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    BySms = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ByChat = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => x.Sub);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CatalogVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "figures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Applications = table.Column<int>(type: "INTEGER", nullable: false),
                    Decided = table.Column<int>(type: "INTEGER", nullable: false),
                    Deemed = table.Column<int>(type: "INTEGER", nullable: false),
                    Issued = table.Column<int>(type: "INTEGER", nullable: false),
                    NotAsked = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContentKey = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Requirement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "heard_stories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Said = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Did = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heard_stories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "held_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Values = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AsOf = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    BodyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "improvement_tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Element = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Mean = table.Column<decimal>(type: "TEXT", precision: 5, scale: 4, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Done = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_improvement_tasks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incoming_messages",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PhoneLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubstituteFor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "kiosks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    CodeExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DeviceStamp = table.Column<Guid>(type: "TEXT", nullable: true),
                    EnrolledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kiosks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "life_event_filings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    FiledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_filings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "local_holidays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_holidays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "message_settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SenderName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_settings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "message_wordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Short = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_wordings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Recipient = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecipientLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Urgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    WorkingDays = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "offerings",
                columns: table => new
                {
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    TariffIdr = table.Column<long>(type: "INTEGER", nullable: true),
                    ExtraRequirement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offerings", x => x.Service);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubstituteFor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Areas = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Parked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payment_account",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Merchant = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Nmid = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payment_differences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProviderReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExpectedIdr = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportedIdr = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_differences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SlotMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    WalkInPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Waves = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "queue_events",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    TicketId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Counter = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queue_events", x => new { x.PlaceId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "queue_heads",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastEvent = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queue_heads", x => x.PlaceId);
                });

            migrationBuilder.CreateTable(
                name: "queue_series",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                    Reserved = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queue_series", x => x.GroupId);
                });

            migrationBuilder.CreateTable(
                name: "queue_tickets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Priority = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    PromisedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CounterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CalledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LastCalledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Calls = table.Column<int>(type: "INTEGER", nullable: false),
                    ServedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Offline = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queue_tickets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "regency_identity",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regency_identity", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "signer_certificates",
                columns: table => new
                {
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Nik = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NotAfter = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    WrongTries = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signer_certificates", x => x.Sub);
                });

            migrationBuilder.CreateTable(
                name: "stopped_phones",
                columns: table => new
                {
                    PhoneLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stopped_phones", x => new { x.PhoneLookup, x.Channel });
                });

            migrationBuilder.CreateTable(
                name: "survey_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Requirements = table.Column<int>(type: "INTEGER", nullable: false),
                    Procedure = table.Column<int>(type: "INTEGER", nullable: false),
                    Time = table.Column<int>(type: "INTEGER", nullable: false),
                    Fee = table.Column<int>(type: "INTEGER", nullable: false),
                    Product = table.Column<int>(type: "INTEGER", nullable: false),
                    Competence = table.Column<int>(type: "INTEGER", nullable: false),
                    Conduct = table.Column<int>(type: "INTEGER", nullable: false),
                    Complaints = table.Column<int>(type: "INTEGER", nullable: false),
                    Facilities = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Age = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Education = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Occupation = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "survey_invitations",
                columns: table => new
                {
                    Lookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Used = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_invitations", x => x.Lookup);
                });

            migrationBuilder.CreateTable(
                name: "survey_population",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Acts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_survey_population", x => new { x.Month, x.Service, x.Agency });
                });

            migrationBuilder.CreateTable(
                name: "tracking_tries",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Hour = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracking_tries", x => new { x.Number, x.Hour });
                });

            migrationBuilder.CreateTable(
                name: "visit_appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NikLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Alarm = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Accepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visit_appeals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Events = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    GaveUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "application_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_application_events_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "application_evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Requirement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LocalText = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_application_evidence_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "application_owners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_owners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_application_owners_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "application_pauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ToAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ForFee = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_pauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_application_pauses_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handoffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    StateAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    HeardAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AskAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Misses = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Result = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handoffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_handoffs_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issued_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    VerificationCode = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ContentKey = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Deemed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Issue = table.Column<int>(type: "INTEGER", nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    SignerAgency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CertificateSerial = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SignatureAlgorithm = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RevocationReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AnnulledFor = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    RevokedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_issued_documents_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "name_tokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_name_tokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_name_tokens_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "product_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issue = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SignerAgency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WaitingSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Facts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_product_orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_product_orders_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signature_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issue = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    VerificationCode = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OrderedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignerSub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SignerAgency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WaitingSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signature_orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_signature_orders_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BillId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AmountIdr = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ledger_bills_BillId",
                        column: x => x.BillId,
                        principalTable: "bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BillId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Try = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 25, nullable: false),
                    ProviderReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AmountIdr = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    PaidAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RefundIdr = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RefundAskedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RefundOrderedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RefundOrderedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RefundedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ReconciledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_payments_bills_BillId",
                        column: x => x.BillId,
                        principalTable: "bills",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaint_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_complaint_events_complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ComplaintId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContentKey = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaint_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_complaint_files_complaints_ComplaintId",
                        column: x => x.ComplaintId,
                        principalTable: "complaints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Officer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_consultation_messages_consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "draft_parts",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_parts", x => new { x.DraftId, x.Key });
                    table.ForeignKey(
                        name: "FK_draft_parts_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_event_children",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FilingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Waits = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_children", x => x.ApplicationId);
                    table.ForeignKey(
                        name: "FK_life_event_children_applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_life_event_children_life_event_filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "life_event_filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "counter_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Services = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counter_groups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_counter_groups_places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "place_closures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_place_closures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_place_closures_places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WebhookId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    TriedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    HttpStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    LatencyMs = table.Column<int>(type: "INTEGER", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_webhook_deliveries_webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "renewal_reminders",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_renewal_reminders", x => new { x.DocumentId, x.DaysBefore });
                    table.ForeignKey(
                        name: "FK_renewal_reminders_issued_documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "issued_documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    StateReason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StateSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    StaffSub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Breaks = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_counters_counter_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "counter_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_counters_places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit_slots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Bookable = table.Column<int>(type: "INTEGER", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false),
                    Booked = table.Column<int>(type: "INTEGER", nullable: false),
                    Beyond = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visit_slots", x => x.Id);
                    table.CheckConstraint("CK_visit_slots_ledger", "(\"Taken\" >= \"Booked\" AND \"Booked\" >= 0 AND \"Taken\" <= \"Capacity\" AND \"Booked\" <= \"Bookable\" AND \"Bookable\" <= \"Capacity\" AND \"Beyond\" >= 0)");
                    table.ForeignKey(
                        name: "FK_visit_slots_counter_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "counter_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SlotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Application = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sub = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NikLookup = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    Nik = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mandate = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ActedByName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    PriorityConfirmed = table.Column<bool>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 43, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    CheckedInAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Excused = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_visits_places_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "places",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_visits_visit_slots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "visit_slots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "audit_head",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, "", 0L });

            migrationBuilder.InsertData(
                table: "figures",
                columns: new[] { "Id", "Applications", "Decided", "Deemed", "Issued", "NotAsked", "Sequence" },
                values: new object[] { 1, 0, 0, 0, 0, 0, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_access_log_SentAt_At",
                table: "access_log",
                columns: new[] { "SentAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_access_log_Sub_At",
                table: "access_log",
                columns: new[] { "Sub", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_application_events_ApplicationId_Sequence",
                table: "application_events",
                columns: new[] { "ApplicationId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_application_evidence_ApplicationId_Requirement",
                table: "application_evidence",
                columns: new[] { "ApplicationId", "Requirement" });

            migrationBuilder.CreateIndex(
                name: "IX_application_owners_ApplicationId_Agency",
                table: "application_owners",
                columns: new[] { "ApplicationId", "Agency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_application_owners_Sub",
                table: "application_owners",
                column: "Sub");

            migrationBuilder.CreateIndex(
                name: "IX_application_pauses_ApplicationId",
                table: "application_pauses",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_applications_ActedBy",
                table: "applications",
                column: "ActedBy");

            migrationBuilder.CreateIndex(
                name: "IX_applications_AlarmedAt",
                table: "applications",
                column: "AlarmedAt");

            migrationBuilder.CreateIndex(
                name: "IX_applications_DeclareBy",
                table: "applications",
                column: "DeclareBy");

            migrationBuilder.CreateIndex(
                name: "IX_applications_NikLookup",
                table: "applications",
                column: "NikLookup");

            migrationBuilder.CreateIndex(
                name: "IX_applications_Number",
                table: "applications",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_applications_OnDesk_QueueAt_Number_Service_WaitsFor",
                table: "applications",
                columns: new[] { "OnDesk", "QueueAt", "Number", "Service", "WaitsFor" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_OnDesk_WarnedLevel",
                table: "applications",
                columns: new[] { "OnDesk", "WarnedLevel" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_QueueAt_Number_Service_Status",
                table: "applications",
                columns: new[] { "QueueAt", "Number", "Service", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_Sub_SubmittedAt",
                table: "applications",
                columns: new[] { "Sub", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_applications_WarnAt",
                table: "applications",
                column: "WarnAt");

            migrationBuilder.CreateIndex(
                name: "IX_audit_Sequence",
                table: "audit",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_Subject_Sequence",
                table: "audit",
                columns: new[] { "Subject", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_bills_ApplicationId",
                table: "bills",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bills_Number",
                table: "bills",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bills_State_DueAt",
                table: "bills",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_signals_At",
                table: "booking_signals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_booking_signals_DeviceLookup_At",
                table: "booking_signals",
                columns: new[] { "DeviceLookup", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_signals_PhoneLookup_At",
                table: "booking_signals",
                columns: new[] { "PhoneLookup", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_booking_signals_VisitId",
                table: "booking_signals",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_broker_alarms_Hand_BlockedUntil",
                table: "broker_alarms",
                columns: new[] { "Hand", "BlockedUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_broker_alarms_OpenKey",
                table: "broker_alarms",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_broker_alarms_State_RaisedAt",
                table: "broker_alarms",
                columns: new[] { "State", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_complaint_events_ComplaintId_Sequence",
                table: "complaint_events",
                columns: new[] { "ComplaintId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_complaint_files_ComplaintId",
                table: "complaint_files",
                column: "ComplaintId");

            migrationBuilder.CreateIndex(
                name: "IX_complaint_files_ContentKey",
                table: "complaint_files",
                column: "ContentKey");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_Number",
                table: "complaints",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_complaints_ReceivedAt",
                table: "complaints",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_complaints_Reference",
                table: "complaints",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_complaints_State_DueAt",
                table: "complaints",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_complaints_SubLookup",
                table: "complaints",
                column: "SubLookup");

            migrationBuilder.CreateIndex(
                name: "IX_configuration_changes_At",
                table: "configuration_changes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_configuration_changes_Subject_At",
                table: "configuration_changes",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_consultation_messages_ConsultationId_Sequence",
                table: "consultation_messages",
                columns: new[] { "ConsultationId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultations_Number",
                table: "consultations",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultations_Sub_LastAt",
                table: "consultations",
                columns: new[] { "Sub", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_WaitingSince_Agency",
                table: "consultations",
                columns: new[] { "WaitingSince", "Agency" });

            migrationBuilder.CreateIndex(
                name: "IX_contacts_PhoneLookup",
                table: "contacts",
                column: "PhoneLookup");

            migrationBuilder.CreateIndex(
                name: "IX_counter_groups_PlaceId_Letter",
                table: "counter_groups",
                columns: new[] { "PlaceId", "Letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_counters_GroupId",
                table: "counters",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_counters_PlaceId_Label",
                table: "counters",
                columns: new[] { "PlaceId", "Label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drafts_ExpiresAt",
                table: "drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_Sub_Service",
                table: "drafts",
                columns: new[] { "Sub", "Service" });

            migrationBuilder.CreateIndex(
                name: "IX_files_Sub_Requirement_UploadedAt",
                table: "files",
                columns: new[] { "Sub", "Requirement", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_handoffs_ApplicationId",
                table: "handoffs",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_handoffs_AskAt",
                table: "handoffs",
                column: "AskAt");

            migrationBuilder.CreateIndex(
                name: "IX_handoffs_System_Reference",
                table: "handoffs",
                columns: new[] { "System", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_heard_stories_PublishedAt",
                table: "heard_stories",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_held_facts_Sub_Source",
                table: "held_facts",
                columns: new[] { "Sub", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_keys_At",
                table: "idempotency_keys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_keys_Sub_Key",
                table: "idempotency_keys",
                columns: new[] { "Sub", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_improvement_tasks_Period",
                table: "improvement_tasks",
                column: "Period",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incoming_messages_At",
                table: "incoming_messages",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_messages_PhoneLookup_At",
                table: "incoming_messages",
                columns: new[] { "PhoneLookup", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_invitations_ExpiresAt",
                table: "invitations",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_issued_documents_ApplicationId_Issue",
                table: "issued_documents",
                columns: new[] { "ApplicationId", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issued_documents_Number",
                table: "issued_documents",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issued_documents_ValidUntil",
                table: "issued_documents",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_kiosks_CodeHash",
                table: "kiosks",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Account_At",
                table: "ledger",
                columns: new[] { "Account", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_BillId",
                table: "ledger",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_Source_Account",
                table: "ledger",
                columns: new[] { "Source", "Account" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_event_children_FilingId",
                table: "life_event_children",
                column: "FilingId");

            migrationBuilder.CreateIndex(
                name: "IX_life_event_children_Number",
                table: "life_event_children",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_event_children_Waits",
                table: "life_event_children",
                column: "Waits");

            migrationBuilder.CreateIndex(
                name: "IX_life_event_filings_Number",
                table: "life_event_filings",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_event_filings_Sub_Number",
                table: "life_event_filings",
                columns: new[] { "Sub", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_message_wordings_Event_Language",
                table: "message_wordings",
                columns: new[] { "Event", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_ApplicationId_CreatedAt",
                table: "messages",
                columns: new[] { "ApplicationId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_messages_Source_Channel_RecipientLookup",
                table: "messages",
                columns: new[] { "Source", "Channel", "RecipientLookup" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_State_CreatedAt",
                table: "messages",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_messages_Sub_Channel_CreatedAt",
                table: "messages",
                columns: new[] { "Sub", "Channel", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_name_tokens_ApplicationId",
                table: "name_tokens",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_name_tokens_Token",
                table: "name_tokens",
                column: "Token");

            migrationBuilder.CreateIndex(
                name: "IX_officers_Sub_Role_Agency",
                table: "officers",
                columns: new[] { "Sub", "Role", "Agency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Parked_DueAt",
                table: "outbox",
                columns: new[] { "Parked", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_differences_Key",
                table: "payment_differences",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_differences_ResolvedAt_At",
                table: "payment_differences",
                columns: new[] { "ResolvedAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_BillId_Try",
                table: "payments",
                columns: new[] { "BillId", "Try" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_PaidAt",
                table: "payments",
                column: "PaidAt");

            migrationBuilder.CreateIndex(
                name: "IX_payments_ProviderReference",
                table: "payments",
                column: "ProviderReference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_Reference",
                table: "payments",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_State_CreatedAt",
                table: "payments",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_place_closures_PlaceId_Until",
                table: "place_closures",
                columns: new[] { "PlaceId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_product_orders_ApplicationId_Issue",
                table: "product_orders",
                columns: new[] { "ApplicationId", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_product_orders_WaitingSince",
                table: "product_orders",
                column: "WaitingSince");

            migrationBuilder.CreateIndex(
                name: "IX_queue_events_At",
                table: "queue_events",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_queue_tickets_PlaceId_Day_Letter_Sequence",
                table: "queue_tickets",
                columns: new[] { "PlaceId", "Day", "Letter", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_queue_tickets_PlaceId_Day_State_DueAt",
                table: "queue_tickets",
                columns: new[] { "PlaceId", "Day", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_queue_tickets_VisitId",
                table: "queue_tickets",
                column: "VisitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signature_orders_ApplicationId_Issue",
                table: "signature_orders",
                columns: new[] { "ApplicationId", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signature_orders_Number",
                table: "signature_orders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signature_orders_SignerSub_WaitingSince",
                table: "signature_orders",
                columns: new[] { "SignerSub", "WaitingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_signature_orders_WaitingSince",
                table: "signature_orders",
                column: "WaitingSince");

            migrationBuilder.CreateIndex(
                name: "IX_survey_answers_Month_Agency_Service",
                table: "survey_answers",
                columns: new[] { "Month", "Agency", "Service" });

            migrationBuilder.CreateIndex(
                name: "IX_survey_invitations_LastDay",
                table: "survey_invitations",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_visit_appeals_AnsweredAt_At",
                table: "visit_appeals",
                columns: new[] { "AnsweredAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_visit_appeals_NikLookup",
                table: "visit_appeals",
                column: "NikLookup");

            migrationBuilder.CreateIndex(
                name: "IX_visit_slots_GroupId_StartsAt",
                table: "visit_slots",
                columns: new[] { "GroupId", "StartsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_visit_slots_PlaceId_Day",
                table: "visit_slots",
                columns: new[] { "PlaceId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_ActedBy_Day",
                table: "visits",
                columns: new[] { "ActedBy", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_Code",
                table: "visits",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_visits_NikLookup_Day",
                table: "visits",
                columns: new[] { "NikLookup", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_OpenKey",
                table: "visits",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_visits_PlaceId_Day_State",
                table: "visits",
                columns: new[] { "PlaceId", "Day", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_SlotId",
                table: "visits",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_Sub_StartsAt",
                table: "visits",
                columns: new[] { "Sub", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_WebhookId_ApplicationId_DeliveredAt",
                table: "webhook_deliveries",
                columns: new[] { "WebhookId", "ApplicationId", "DeliveredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_WebhookId_CreatedAt",
                table: "webhook_deliveries",
                columns: new[] { "WebhookId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_WebhookId_EventId_Round",
                table: "webhook_deliveries",
                columns: new[] { "WebhookId", "EventId", "Round" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_log");

            migrationBuilder.DropTable(
                name: "answering_hours");

            migrationBuilder.DropTable(
                name: "application_events");

            migrationBuilder.DropTable(
                name: "application_evidence");

            migrationBuilder.DropTable(
                name: "application_owners");

            migrationBuilder.DropTable(
                name: "application_pauses");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "booking_signals");

            migrationBuilder.DropTable(
                name: "broker_alarms");

            migrationBuilder.DropTable(
                name: "complaint_events");

            migrationBuilder.DropTable(
                name: "complaint_files");

            migrationBuilder.DropTable(
                name: "configuration_changes");

            migrationBuilder.DropTable(
                name: "connector_accounts");

            migrationBuilder.DropTable(
                name: "consultation_messages");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "draft_parts");

            migrationBuilder.DropTable(
                name: "figures");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "handoffs");

            migrationBuilder.DropTable(
                name: "heard_stories");

            migrationBuilder.DropTable(
                name: "held_facts");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "improvement_tasks");

            migrationBuilder.DropTable(
                name: "incoming_messages");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "kiosks");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "life_event_children");

            migrationBuilder.DropTable(
                name: "local_holidays");

            migrationBuilder.DropTable(
                name: "message_settings");

            migrationBuilder.DropTable(
                name: "message_wordings");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "name_tokens");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "offerings");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "payment_account");

            migrationBuilder.DropTable(
                name: "payment_differences");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "place_closures");

            migrationBuilder.DropTable(
                name: "product_orders");

            migrationBuilder.DropTable(
                name: "queue_events");

            migrationBuilder.DropTable(
                name: "queue_heads");

            migrationBuilder.DropTable(
                name: "queue_series");

            migrationBuilder.DropTable(
                name: "queue_tickets");

            migrationBuilder.DropTable(
                name: "regency_identity");

            migrationBuilder.DropTable(
                name: "renewal_reminders");

            migrationBuilder.DropTable(
                name: "signature_orders");

            migrationBuilder.DropTable(
                name: "signer_certificates");

            migrationBuilder.DropTable(
                name: "stopped_phones");

            migrationBuilder.DropTable(
                name: "survey_answers");

            migrationBuilder.DropTable(
                name: "survey_invitations");

            migrationBuilder.DropTable(
                name: "survey_population");

            migrationBuilder.DropTable(
                name: "tracking_tries");

            migrationBuilder.DropTable(
                name: "visit_appeals");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "complaints");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "life_event_filings");

            migrationBuilder.DropTable(
                name: "bills");

            migrationBuilder.DropTable(
                name: "issued_documents");

            migrationBuilder.DropTable(
                name: "visit_slots");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropTable(
                name: "applications");

            migrationBuilder.DropTable(
                name: "counter_groups");

            migrationBuilder.DropTable(
                name: "places");
        }
    }
}
