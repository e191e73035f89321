import { type NotificationType, notificationTypes } from "./payload.js";
import { createNotificationSender, type Delivery, type NotificationSender } from "./sender.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import type { NotificationSettings } from "./options.js";
import type { Sources } from "../world/sources.js";
import type { User } from "../world/state.js";

/** What a host or a test can do with the notifications of a sandbox. */
export interface Notifying {
  /** The sent notifications, oldest first; the latest 1000. */
  readonly deliveries: readonly Delivery[];
  /**
   * Sends a notification at once, whether its event happened or not.
   *
   * @param options.eventIds One event each; the ids of an earlier notification make this one a duplicate. Default a new id.
   * @returns The delivery and its outcome. Does not reject if the endpoint fails.
   * @throws {TypeError} for an unknown type, or if the sandbox has no option `notifications.url`.
   */
  sendNotification(
    type: NotificationType,
    clientUserId: string,
    options?: { eventIds?: readonly string[] },
  ): Promise<Delivery>;
}

export interface Notifications extends Notifying {
  /** Wraps the sources of a context so that each change sends a notification. */
  watch(sources: Sources): Sources;
  clear(): void;
  stop(): void;
}

/** @param settings Undefined for a sandbox that sends no notifications. */
export function createNotifications(
  settings: NotificationSettings | undefined,
  { clock, users }: Pick<SandboxContext, "clock" | "users">,
): Notifications {
  const sender = settings && createNotificationSender(settings, clock);
  return {
    get deliveries() {
      return sender?.list() ?? [];
    },
    async sendNotification(type, clientUserId, { eventIds = [crypto.randomUUID()] } = {}) {
      if (!sender) throw new TypeError("This sandbox sends no notifications. Set the option notifications.url.");
      if (!notificationTypes.includes(type)) throw new TypeError("The sandbox has no notification of this type.");
      const user = users.findOrCreate(clientUserId);
      return sender.send(type, { user, source: user.connections.at(-1), eventIds });
    },
    watch: (sources) => (sender ? watchSources(sources, sender) : sources),
    clear: () => sender?.clear(),
    stop: () => sender?.stop(),
  };
}

function watchSources(sources: Sources, sender: NotificationSender): Sources {
  const tell = (type: NotificationType, user: User, source: { id: string; name: string }): void => {
    const { id, name } = source;
    // Connecting does not wait for the delivery; its outcome is in `deliveries`.
    void sender.send(type, { user, source: { id, name }, eventIds: [crypto.randomUUID()] });
  };
  return {
    ...sources,
    connect(user, provider) {
      const isNew = !user.connections.some(({ id }) => id === provider.id);
      const connection = sources.connect(user, provider);
      if (isNew) tell("connect", user, connection);
      return connection;
    },
    disconnect(user, providerId) {
      const gone = user.connections.find(({ id }) => id === providerId);
      sources.disconnect(user, providerId);
      if (gone) tell("disconnect", user, gone);
    },
  };
}
